package energy.sem.display.paint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.format.Encoder;
import energy.sem.display.format.Encoding;
import energy.sem.display.format.Format;
import energy.sem.display.raster.NamedPanel;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of each named panel that people have looked at and found good. One of each is kept as a file, of the others the
 * SHA-256 of their PNG. {@code -Dsem.golden.update=true} writes both anew, and every picture to {@code target/panels} to be
 * looked at.
 */
class PanelPicturesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "panels");
    private static final Path HASHES = FOLDER.resolve("sha256.txt");
    /** What is in the repository as a picture is small. */
    private static final int MOST_BYTES = 100_000;

    private static final List<String> VIEWS = List.of(
            "week-nl",
            "day-nl",
            "month-fr",
            "year-de",
            "day-negative-net",
            "week-stale-demo",
            "error-history-unreachable");

    private final Painter painter = new Painter();

    @ParameterizedTest
    @EnumSource
    void each_panel_is_drawn_as_before_to_the_pixel(NamedPanel named) throws IOException, GeneralSecurityException {
        List<String> drawn = new ArrayList<>();
        for (String name : VIEWS) {
            View view = Samples.golden().get(name);
            drawn.add(hashed(named, name, painter.paint(view, named.panel())));
        }
        drawn.add(hashed(named, "testcard", painter.testCard(named.panel())));
        if (GoldenPictures.updating()) {
            update(drawn);
        }
        assertThat(Files.readAllLines(HASHES)).containsAll(drawn);
        if (!named.panel().equals(Panel.ORIGINAL)) {
            byte[] week = png(painter.paint(Samples.golden().get("week-nl"), named.panel()));
            assertThat(Files.readAllBytes(FOLDER.resolve(named.code() + ".png")))
                    .hasSizeLessThan(MOST_BYTES)
                    .isEqualTo(week);
        }
    }

    @Test
    void no_hash_and_no_picture_is_left_over() throws IOException {
        assertThat(Files.readAllLines(HASHES)).hasSize(NamedPanel.values().length * (VIEWS.size() + 1));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).hasSize(NamedPanel.values().length);
        }
    }

    private static byte[] png(Picture picture) {
        return Encoder.encode(picture, Encoding.of(Format.PNG, picture.panel()));
    }

    private static String hashed(NamedPanel named, String name, Picture picture)
            throws IOException, GeneralSecurityException {
        byte[] png = png(picture);
        if (GoldenPictures.updating()) {
            Path all = Files.createDirectories(Path.of("target", "panels"));
            Files.write(all.resolve(named.code() + "-" + name + ".png"), png);
            if (name.equals("week-nl") && !named.panel().equals(Panel.ORIGINAL)) {
                Files.write(Files.createDirectories(FOLDER).resolve(named.code() + ".png"), png);
            }
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
        return HexFormat.of().formatHex(hash) + "  " + named.code() + "/" + name;
    }

    private static void update(List<String> drawn) throws IOException {
        Files.createDirectories(FOLDER);
        Set<String> lines = new TreeSet<>((a, b) -> a.substring(66).compareTo(b.substring(66)));
        lines.addAll(drawn);
        if (Files.exists(HASHES)) {
            lines.addAll(Files.readAllLines(HASHES));
        }
        Files.write(HASHES, lines);
    }
}
