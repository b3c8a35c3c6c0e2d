package energy.sem.bridge.alarm.channel;

import java.net.URI;
import java.util.Optional;

import energy.sem.base.NoStart;
import energy.sem.base.Secrets;
import energy.sem.bridge.alarm.rule.Limits;

/** The settings of one channel, {@code sem.alarms.<channel>.*}. */
final class ChannelSettings {
    private final Limits settings;
    private final String prefix;

    ChannelSettings(Limits settings, String channel) {
        this.settings = settings;
        this.prefix = "sem.alarms." + channel + ".";
    }

    Optional<String> text(String name) {
        return settings.of(prefix + name).map(String::strip).filter(each -> !each.isEmpty());
    }

    String needed(String name) {
        return text(name)
                .orElseThrow(() -> new NoStart("setting " + prefix + name + " is missing: " + prefix
                        + "* asks for this channel, which cannot do without"));
    }

    Optional<String> secret(String name) {
        try {
            return text(name).map(value -> Secrets.read(prefix + name, value));
        } catch (IllegalArgumentException e) {
            throw new NoStart(e.getMessage());
        }
    }

    String neededSecret(String name) {
        needed(name);
        return secret(name).orElseThrow();
    }

    /** An HTTP address without user and fragment. */
    URI address(String name, String otherwise) {
        String value = text(name).orElse(otherwise);
        try {
            URI address = URI.create(value);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the value: a token may be in it.
        }
        throw new NoStart(
                "setting " + prefix + name + ": its value is not an address such as https://example.org/hook");
    }
}
