package energy.sem.p1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Telegrams in the shapes that meters in the field send, one for each oddity that readers have stumbled over; the values
 * and serial numbers are our own. The files have LF and no checksum, which are made here as a meter does.
 */
final class FieldMeters {

    private FieldMeters() {}

    /** The names of all, in order. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reader hears of one. */
    static Heard hear(String name) {
        return Heard.of(bytes(name));
    }

    /** What one says, which a reader takes without a rejection. */
    static Telegram read(String name) {
        Heard heard = hear(name);
        if (heard.telegrams.size() != 1 || !heard.rejected.isEmpty()) {
            throw new AssertionError(name + ": " + heard.inOrder);
        }
        return heard.telegrams.get(0);
    }

    /** Meters of before DSMR 4 and some elsewhere have no checksum. */
    static byte[] bytes(String name) {
        String text;
        try {
            text = Files.readString(folder().resolve(name + ".txt"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String lines = text.stripTrailing().replace("\n", "\r\n");
        return name.contains("dsmr22") || name.contains("without-checksum")
                ? Samples.bytes(lines + "\r\n")
                : Samples.withCrc(lines);
    }

    private static Path folder() {
        URL url = FieldMeters.class.getResource("meters");
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
