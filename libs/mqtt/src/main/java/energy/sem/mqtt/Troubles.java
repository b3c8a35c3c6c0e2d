package energy.sem.mqtt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;

/** What does not work at the moment, each said once. All but {@link #now} on one thread. */
final class Troubles {
    private static final String CONNECTION = "";

    private static final String CUT = "cut";

    private static final String TOO_MUCH = "too much";

    private final BrokerSettings settings;
    private final Consumer<String> say;
    /** By what it is about: the connection, or the first level of topics. */
    private final Map<String, String> now = new LinkedHashMap<>();

    /** By the first level of topics: those that the broker does not take. */
    private final Map<String, Set<String>> refused = new HashMap<>();

    private final Set<String> said = new HashSet<>();
    private volatile String shown;

    Troubles(BrokerSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    Optional<String> now() {
        return Optional.ofNullable(shown);
    }

    void connected() {
        over(CONNECTION);
    }

    void away(Failure failure) {
        begun(CONNECTION, "the broker " + settings.address() + " " + failure.words());
    }

    /** A loss alone is no trouble when the next try works; one that a person has to mend is. */
    void lost(Failure failure) {
        if (failure.kind() == Failure.Kind.REFUSED) {
            away(failure);
        } else {
            now.put(CONNECTION, "the connection to the broker " + settings.address() + " was cut");
            show();
        }
    }

    void cutAgainAndAgain() {
        begun(
                CUT,
                "the connection to the broker " + settings.address()
                        + " is cut soon after it is made, again and again: is" + " another client there with our id "
                        + settings.clientId() + ", from a copied data folder?");
    }

    void tooMuch() {
        begun(
                TOO_MUCH,
                "the broker " + settings.address()
                        + " sends messages faster than they can be taken: some are left out; who publishes so many?");
    }

    void notTooMuch() {
        over(TOO_MUCH);
    }

    void lasted() {
        over(CUT);
    }

    /** The same topic was refused before: another of the same root that is taken says nothing of it. */
    void published(String topic) {
        String root = root(topic);
        Set<String> topics = refused.get(root);
        if (topics != null && topics.remove(topic) && topics.isEmpty()) {
            refused.remove(root);
            over("publish " + root);
        }
    }

    void refused(String topic, Throwable refusal) {
        String root = root(topic);
        boolean first = !refused.containsKey(root);
        refused.computeIfAbsent(root, unused -> new HashSet<>()).add(topic);
        if (first) {
            begun(
                    "publish " + root,
                    "the broker " + settings.address() + " does not take what we publish to " + topic + ": "
                            + why(refusal)
                            + (isForbidden(refusal) ? "; its access list has to let us write to " + root + "/#" : ""));
        }
    }

    void subscribed(String filter) {
        over("subscribe " + filter);
    }

    void notSubscribed(String filter, Throwable refusal) {
        begun(
                "subscribe " + filter,
                "the broker " + settings.address() + " does not let us listen to " + filter
                        + ": its access list has to let us read it (" + why(refusal) + ")");
    }

    private void begun(String about, String words) {
        now.put(about, words);
        if (said.add(words)) {
            say.accept(words);
        }
        show();
    }

    /** Words are forgotten, so that they are said again should it happen again. */
    private void over(String about) {
        String words = now.remove(about);
        if (words != null) {
            said.remove(words);
            show();
        }
    }

    private void show() {
        shown = now.isEmpty() ? null : String.join("; ", now.values());
    }

    private static String why(Throwable refusal) {
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            if (each instanceof Mqtt5PubAckException acked) {
                return words(acked.getMqttMessage().getReasonCode());
            } else if (each instanceof Mqtt5SubAckException acked) {
                return words(acked.getMqttMessage().getReasonCodes().get(0));
            } else if (each instanceof Mqtt3SubAckException) {
                return "it refuses";
            }
        }
        return Failure.root(refusal);
    }

    private static boolean isForbidden(Throwable refusal) {
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            if (each instanceof Mqtt5PubAckException acked) {
                return acked.getMqttMessage().getReasonCode() == Mqtt5PubAckReasonCode.NOT_AUTHORIZED;
            }
        }
        return false;
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String root(String topic) {
        int slash = topic.indexOf('/');
        return slash < 0 ? topic : topic.substring(0, slash);
    }
}
