package energy.sem.gateway.source;

import java.util.Optional;

/** Reads a source's URL as in the contract's table "Meter sources". */
public final class SourceUrl {

    /**
     * The source that the URL names; empty for {@code push}, where nothing is read.
     *
     * @throws IllegalArgumentException with a line for people when it names none
     */
    public static Optional<Source> parse(String url) {
        String trimmed = url.trim();
        int colon = trimmed.indexOf(':');
        String scheme = colon < 0 ? trimmed : trimmed.substring(0, colon);
        return switch (scheme) {
            case "push" -> push(trimmed);
            case "serial" -> Optional.of(SerialSource.parse(trimmed));
            case "homewizard" -> Optional.of(HomeWizardSource.parse(trimmed));
            case "replay" -> Optional.of(ReplaySource.parse(trimmed));
            case "tcp" -> Optional.of(TcpSource.parse(trimmed));
            default -> {
                if (scheme.startsWith("simulated")) {
                    throw new IllegalArgumentException(
                            "the simulated household is made by ./sem up, which gives the gateway a tcp:// source");
                }
                throw new IllegalArgumentException("\"" + trimmed + "\" is no source: use serial:/dev/serial/by-id/…, "
                        + "serial:auto, tcp://host:port, homewizard://host, replay:/path or push");
            }
        };
    }

    private static Optional<Source> push(String url) {
        if (!url.equals("push")) {
            throw new IllegalArgumentException("\"" + url + "\" is no source: push stands alone");
        }
        return Optional.empty();
    }

    private SourceUrl() {}
}
