package energy.sem.cli.meter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import energy.sem.cli.StartFailure;

/**
 * Every kind of source that {@code ./sem up} knows: the one list from which its help, its messages and its checks are made.
 * docs/meters.md and what the gateway reads are checked against it. Which parameters a kind takes is the gateway's to know;
 * the form that is checked here is the same as there, so that a slip of the pen is said before anything starts.
 */
public enum SourceKind {
    SERIAL("serial:", "serial:/dev/serial/by-id/…", "a P1 cable; speed and format are found by listening") {
        @Override
        void requireForm(String source) {
            Matcher form = match("serial:(?<device>[^?]*)" + SERIAL_SETTINGS, source);
            requireAbsolute(source, form.group("device"));
        }
    },
    SERIAL_AUTO("serial:auto", "serial:auto", "the one port on which telegrams are heard") {
        @Override
        void requireForm(String source) {
            match("serial:auto" + SERIAL_SETTINGS, source);
        }
    },
    TCP("tcp://", "tcp://host:port", "a network adapter: ser2net, an ESPHome stream server, SlimmeLezer") {
        @Override
        void requireForm(String source) {
            int port = Integer.parseInt(match(HOST_AND_PORT, source).group("port"));
            if (port < 1 || port > 65_535) {
                throw new StartFailure("\"" + source + "\": port " + port + " does not exist, the highest is 65535.");
            }
        }

        @Override
        Optional<String> host(String source) {
            return Optional.of(match(HOST_AND_PORT, source).group("host"));
        }
    },
    HOMEWIZARD("homewizard://", "homewizard://host", "a HomeWizard P1 meter with its local API switched on") {
        @Override
        void requireForm(String source) {
            match(HOST_ALONE, source);
        }

        @Override
        Optional<String> host(String source) {
            return Optional.of(match(HOST_ALONE, source).group("host"));
        }
    },
    REPLAY("replay:", "replay:/path?speed=10", "a recorded stream") {
        @Override
        void requireForm(String source) {
            requireAbsolute(source, match(RECORDING, source).group("file"));
        }

        @Override
        Optional<Path> file(String source) {
            return Optional.of(Path.of(match(RECORDING, source).group("file")));
        }
    },
    PUSH("push", "push", "nothing is read: telegrams arrive by HTTP") {
        @Override
        void requireForm(String source) {
            match("push", source);
        }
    },
    SIMULATED("simulated", "simulated?seed=1&history=P13M", "an invented household; with ./sem up only") {
        @Override
        void requireForm(String source) {
            if (Simulation.parse(source).isEmpty()) {
                throw new StartFailure("\"" + source + "\" is not of the form " + form() + ".");
            }
        }
    };

    private static final String SERIAL_SETTINGS = "(\\?(baud=[0-9]{3,6})?&?(format=(8N1|7E1))?)?";
    private static final String HOST_AND_PORT =
            "tcp://(?<host>\\[[0-9A-Fa-f:.%a-z]+]|[A-Za-z0-9._-]+):(?<port>[0-9]{1,5})/?";
    private static final String HOST_ALONE = "homewizard://(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?/?";
    private static final String RECORDING = "replay:(?<file>[^?]+)(\\?speed=[1-9][0-9]{0,5})?";

    private final String start;
    private final String form;
    private final String words;

    SourceKind(String start, String form, String words) {
        this.start = start;
        this.form = form;
        this.words = words;
    }

    /**
     * The kind of a source.
     *
     * @throws StartFailure when there is no such kind, or what follows is not of its form
     */
    static SourceKind of(String source) {
        // The longest start first: serial:auto before serial:.
        SourceKind kind = Arrays.stream(values())
                .filter(each -> source.startsWith(each.start))
                .max((one, other) -> Integer.compare(one.start.length(), other.start.length()))
                .orElseThrow(() -> unknown(source));
        kind.requireForm(source);
        return kind;
    }

    /** How it is written, with an example of each parameter. */
    public String form() {
        return form;
    }

    /** What it is, in a few words. */
    public String words() {
        return words;
    }

    /** @throws StartFailure when the source is not of this kind's form */
    abstract void requireForm(String source);

    /** The host that it reads from. */
    Optional<String> host(String source) {
        return Optional.empty();
    }

    /** The file that it reads, which must be there. */
    Optional<Path> file(String source) {
        return Optional.empty();
    }

    Matcher match(String pattern, String source) {
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        if (!matcher.matches()) {
            throw new StartFailure("\"" + source + "\" is not of the form " + form + ".");
        }
        return matcher;
    }

    void requireAbsolute(String source, String path) {
        try {
            if (!Path.of(path).isAbsolute()) {
                throw new StartFailure("\"" + source + "\" is not of the form " + form + ": its path begins with /.");
            }
        } catch (InvalidPathException e) {
            throw new StartFailure("\"" + source + "\" names no file: " + e.getReason() + ".", e);
        }
    }

    private static StartFailure unknown(String source) {
        return new StartFailure("unknown source \"" + source + "\"; known are "
                + Arrays.stream(values()).map(SourceKind::form).collect(Collectors.joining(", ")) + ".");
    }
}
