package energy.sem.mqtt;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3DisconnectException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import org.jetbrains.annotations.Nullable;

/**
 * Why there is no connection.
 *
 * @param kind what to do about it
 * @param words a clause that follows the broker's address, such as {@code refuses user sem: …}
 */
record Failure(Kind kind, String words) {

    enum Kind {
        /** Try soon again: nobody answers, or the connection was cut. */
        AWAY,
        /** Somebody has to change something: try again now and then. */
        REFUSED,
        /** The broker does not know this version of the protocol. */
        OTHER_VERSION,
        /** The broker hung up without an answer: perhaps it does not know this version. */
        HUNG_UP
    }

    /** What a failure to connect, or the end of a connection, means. */
    static Failure of(Throwable thrown, BrokerSettings settings) {
        // It is wrapped in what says less of it.
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return notTrusted(each);
            }
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Failure known = known(each, settings);
            if (known != null) {
                return known;
            }
        }
        return new Failure(Kind.AWAY, "cannot be reached: " + root(thrown));
    }

    /** Whether something did not arrive because the connection ended, which says nothing of what it was. */
    static boolean isEnd(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ConnectionClosedException
                    || each instanceof ConnectionFailedException
                    || each instanceof MqttClientStateException
                    || each instanceof MqttSessionExpiredException
                    || each instanceof Mqtt5DisconnectException
                    || each instanceof Mqtt3DisconnectException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Failure known(Throwable thrown, BrokerSettings settings) {
        if (thrown instanceof Mqtt5ConnAckException refused) {
            return of(refused.getMqttMessage().getReasonCode(), settings);
        } else if (thrown instanceof Mqtt3ConnAckException refused) {
            return of(refused.getMqttMessage().getReturnCode(), settings);
        } else if (thrown instanceof Mqtt5DisconnectException said) {
            return of(said.getMqttMessage().getReasonCode(), settings);
        } else if (thrown instanceof MqttDecodeException && isTooLarge(thrown)) {
            return new Failure(
                    Kind.REFUSED,
                    "sends a message of more than " + Transport.LARGEST_PACKET_BYTES / 1024
                            + " KiB on a topic that we listen to: who publishes it, and is it kept?");
        } else if (thrown instanceof MqttDecodeException) {
            return new Failure(Kind.OTHER_VERSION, "answers what is not MQTT 5: " + thrown.getMessage());
        } else if (thrown instanceof CredentialsException || thrown instanceof Transport.CaFileException) {
            return new Failure(Kind.REFUSED, "is not asked, because " + thrown.getMessage());
        }
        return ofNetwork(thrown, settings);
    }

    private static boolean isTooLarge(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).contains("exceeded maximum packet size");
    }

    private static @Nullable Failure ofNetwork(Throwable thrown, BrokerSettings settings) {
        if (thrown instanceof UnknownHostException) {
            return new Failure(
                    Kind.AWAY,
                    "is not known by that name: is \"" + settings.address().host() + "\" right?");
        } else if (thrown instanceof ConnectException) {
            return new Failure(
                    Kind.AWAY, "cannot be reached: does it run, and on that port? (" + thrown.getMessage() + ")");
        } else if (thrown instanceof SSLException) {
            return new Failure(
                    Kind.REFUSED, "does not speak TLS with us: is it a port for mqtts://? (" + root(thrown) + ")");
        } else if (thrown instanceof TimeoutException) {
            return new Failure(Kind.AWAY, "does not answer in time");
        } else if (thrown instanceof IOException && settings.address().tls()) {
            return new Failure(
                    Kind.AWAY, "hangs up amid TLS: is it a port for mqtts://? (" + thrown.getMessage() + ")");
        } else if (thrown instanceof ConnectionClosedException) {
            return new Failure(
                    Kind.HUNG_UP,
                    settings.address().tls()
                            ? "hangs up without a word"
                            : "hangs up without a word: is it a port for mqtts://?");
        }
        return null;
    }

    private static Failure notTrusted(Throwable thrown) {
        return new Failure(
                Kind.REFUSED,
                "has a certificate that is not trusted or of another name: " + thrown.getMessage()
                        + ". The file of its CA is a setting, and the address has to have a name of the certificate");
    }

    private static Failure of(Mqtt5ConnAckReasonCode code, BrokerSettings settings) {
        return switch (code) {
            case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED, BAD_AUTHENTICATION_METHOD -> notLetIn(settings);
            case CLIENT_IDENTIFIER_NOT_VALID -> badId(settings);
            case UNSUPPORTED_PROTOCOL_VERSION -> new Failure(Kind.OTHER_VERSION, "does not speak MQTT 5");
            case SERVER_UNAVAILABLE, SERVER_BUSY -> new Failure(Kind.AWAY, "is busy or not ready");
            case BANNED -> new Failure(Kind.REFUSED, "has banned this client (" + settings.clientId() + ")");
            case QUOTA_EXCEEDED, CONNECTION_RATE_EXCEEDED ->
                new Failure(Kind.REFUSED, "lets nobody more in (" + words(code) + ")");
            default -> new Failure(Kind.REFUSED, "refuses the connection (" + words(code) + ")");
        };
    }

    private static Failure of(Mqtt3ConnAckReturnCode code, BrokerSettings settings) {
        return switch (code) {
            case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED -> notLetIn(settings);
            case IDENTIFIER_REJECTED -> badId(settings);
            case UNSUPPORTED_PROTOCOL_VERSION -> new Failure(Kind.OTHER_VERSION, "does not speak MQTT 3.1.1");
            case SERVER_UNAVAILABLE -> new Failure(Kind.AWAY, "is busy or not ready");
            default -> new Failure(Kind.REFUSED, "refuses the connection (" + words(code) + ")");
        };
    }

    private static Failure of(Mqtt5DisconnectReasonCode code, BrokerSettings settings) {
        return switch (code) {
            case SESSION_TAKEN_OVER ->
                new Failure(
                        Kind.REFUSED,
                        "has let in another client of our id " + settings.clientId()
                                + ": are two started from one copied data folder?");
            case SERVER_SHUTTING_DOWN, SERVER_BUSY, KEEP_ALIVE_TIMEOUT ->
                new Failure(Kind.AWAY, "has ended the connection (" + words(code) + ")");
            default -> new Failure(Kind.AWAY, "has ended the connection (" + words(code) + ")");
        };
    }

    private static Failure notLetIn(BrokerSettings settings) {
        String who = user(settings);
        return new Failure(
                Kind.REFUSED,
                who.isEmpty()
                        ? "does not let us in without a user: give a user and a password"
                        : "does not let user " + who + " in: user or password is wrong, or may not connect");
    }

    private static Failure badId(BrokerSettings settings) {
        return new Failure(Kind.REFUSED, "does not take our client id " + settings.clientId());
    }

    private static String user(BrokerSettings settings) {
        try {
            return settings.credentials().get().map(Credentials::user).orElse("");
        } catch (CredentialsException e) {
            return "";
        }
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** The innermost cause in words. */
    static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && (root instanceof CompletionException
                        || root instanceof ExecutionException
                        || root.getCause() != root)) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
