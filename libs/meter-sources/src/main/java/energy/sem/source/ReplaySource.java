package energy.sem.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code replay:/path?speed=10}: a recorded stream, with the pauses between its telegrams' times divided by the speed.
 * Telegrams without a time come one a second at speed 1. At the end it ends.
 *
 * @param file the recording, byte for byte
 * @param speed how many times as fast as recorded, 1 to 1,000,000
 */
record ReplaySource(Path file, int speed) implements Source {
    private static final System.Logger LOG = System.getLogger(ReplaySource.class.getName());
    private static final Pattern URL = Pattern.compile("replay:(/[^?]+)(?:\\?speed=([1-9][0-9]{0,5}))?");
    private static final Pattern TIME = Pattern.compile("0-0:1\\.0\\.0\\(([0-9]{12})");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static ReplaySource parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + url + "\" is not of the form replay:/path?speed=10");
        }
        try {
            int speed = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            return new ReplaySource(Path.of(matcher.group(1)), speed);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + url + "\" names no file: " + e.getReason(), e);
        }
    }

    /** How it is written. */
    public static final class Kind implements SourceKind {
        @Override
        public String scheme() {
            return "replay";
        }

        @Override
        public List<Form> forms() {
            return List.of(new Form("replay:/path?speed=10", "a recorded stream"));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            return Optional.of(ReplaySource.parse(url));
        }
    }

    @Override
    public Line open() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException("the recording " + file + " cannot be read: check the path and its permissions");
        }
        return new Recording(new BufferedInputStream(Files.newInputStream(file)));
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Optional<Path> needsFile() {
        return Optional.of(file);
    }

    private final class Recording implements Line {
        private final InputStream in;
        private byte[] next = new byte[0];
        private int sent;
        private LocalDateTime previous;
        private long dueNanos = System.nanoTime();

        Recording(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] into) throws IOException, InterruptedException {
            if (sent == next.length) {
                next = upToEndOfTelegram();
                sent = 0;
                if (next.length == 0) {
                    return -1;
                }
                dueNanos += pauseBefore(next).dividedBy(speed).toNanos();
            }
            long wait = dueNanos - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(Math.min(wait, TimeUnit.SECONDS.toNanos(1)));
                if (dueNanos - System.nanoTime() > 0) {
                    return 0;
                }
            }
            int count = Math.min(into.length, next.length - sent);
            System.arraycopy(next, sent, into, 0, count);
            sent += count;
            return count;
        }

        // A line that begins with ! is a telegram's last. Bounded, as a recording may have none.
        private byte[] upToEndOfTelegram() throws IOException {
            ByteArrayOutputStream telegram = new ByteArrayOutputStream(2048);
            boolean lineBegins = true;
            boolean lastLine = false;
            for (int b = in.read(); b >= 0; b = in.read()) {
                telegram.write(b);
                lastLine |= lineBegins && b == '!';
                lineBegins = b == '\n';
                if ((lineBegins && lastLine) || telegram.size() > 64 * 1024) {
                    break;
                }
            }
            return telegram.toByteArray();
        }

        private Duration pauseBefore(byte[] telegram) {
            Matcher stamp = TIME.matcher(new String(telegram, StandardCharsets.ISO_8859_1));
            LocalDateTime before = previous;
            previous = stamp.find() ? time(stamp.group(1)) : null;
            if (before == null || previous == null) {
                return UNKNOWN_PAUSE;
            }
            Duration pause = Duration.between(before, previous);
            return pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0 ? UNKNOWN_PAUSE : pause;
        }

        private static LocalDateTime time(String digits) {
            try {
                return LocalDateTime.parse(digits, STAMP);
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing " + file, e);
            }
        }
    }
}
