package energy.sem.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code serial:/dev/serial/by-id/…}: a P1 cable. Speed and format are found by listening unless told. The request line
 * of cables that feed it is raised.
 *
 * @param device its path
 * @param told speed and format, where the URL has them
 */
record SerialSource(String device, Optional<SerialSettings> told) implements Source {
    /** DSMR 3 and 4 send every ten seconds and take up to eight for a telegram. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    /** What this process reads. Nothing else keeps two meters of one process from one port, each reading half of it. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static Source parse(String url) {
        if (!url.startsWith("serial:")) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" names no device: use serial:/dev/serial/by-id/… or serial:auto");
        }
        String rest = url.substring("serial:".length());
        int question = rest.indexOf('?');
        String device = question < 0 ? rest : rest.substring(0, question);
        Optional<SerialSettings> told =
                question < 0 ? Optional.empty() : Optional.of(SerialSettings.parse(rest.substring(question + 1)));
        if (device.equals("auto")) {
            return new SerialAutoSource(told);
        }
        try {
            if (!Path.of(device).isAbsolute()) {
                throw new IllegalArgumentException(
                        "\"" + url + "\" names no device: use serial:/dev/serial/by-id/… or serial:auto");
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + url + "\" names no device: " + e.getReason(), e);
        }
        return new SerialSource(device, told);
    }

    /** How it is written. */
    public static final class Kind implements SourceKind {
        @Override
        public String scheme() {
            return "serial";
        }

        @Override
        public List<Form> forms() {
            return List.of(
                    new Form("serial:/dev/serial/by-id/…", "a P1 cable; speed and format are found by listening"),
                    new Form("serial:auto", "the one port on which telegrams are heard"));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            return Optional.of(SerialSource.parse(url));
        }
    }

    @Override
    public Line open() throws IOException {
        return open(SILENCE);
    }

    /** @param silence longer than any meter's pause: after so much of it the line complains and tries the other format */
    Line open(Duration silence) throws IOException {
        Path path = Path.of(device);
        if (!Files.exists(path)) {
            throw new IOException("there is no device " + device + ": is the cable plugged in?");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw noPermission();
        }
        Path real = path.toRealPath();
        if (!OPEN.add(real)) {
            throw new IOException(device + " is busy: another meter of this gateway reads it");
        }
        Line line = null;
        try {
            line = SerialLine.open(this, real, silence, () -> OPEN.remove(real));
            return line;
        } finally {
            if (line == null) {
                OPEN.remove(real);
            }
        }
    }

    IOException noPermission() {
        return new IOException("no permission to read " + device
                + ": add the user to the group dialout (sudo usermod -aG dialout $USER) and log in again");
    }
}
