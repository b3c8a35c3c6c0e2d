package energy.sem.display.paint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every pixel of the pictures that people have looked at and found good. */
class GoldenPicturesTest {
    /** Also kept in black and white; the others differ from these in words only. */
    private static final Set<String> BLACK_AND_WHITE = Set.of(
            "day-nl",
            "week-nl",
            "month-nl",
            "year-nl",
            "week-gas",
            "day-negative-net",
            "day-gap",
            "week-gap",
            "month-gap",
            "year-gap",
            "day-25-hours",
            "week-53",
            "year-99999-kwh",
            "week-stale-demo",
            "week-no-data",
            "error-history-unreachable");

    private final Painter painter = new Painter();

    static Stream<Arguments> pictures() {
        return Samples.golden().entrySet().stream().flatMap(entry -> {
            String name = entry.getKey();
            Arguments grey = arguments(name, entry.getValue(), Depth.GREY4);
            Arguments mono = arguments(name + "-mono", entry.getValue(), Depth.MONO);
            return BLACK_AND_WHITE.contains(name) ? Stream.of(grey, mono) : Stream.of(grey);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void is_drawn_as_before_to_the_pixel(String name, View view, Depth depth) throws IOException {
        assertSame(name, painter.paint(view, Panel.ORIGINAL.in(depth)));
    }

    @ParameterizedTest
    @MethodSource("depths")
    void test_card_is_drawn_as_before_to_the_pixel(String name, Depth depth) throws IOException {
        assertSame(name, painter.testCard(Panel.ORIGINAL.in(depth)));
    }

    static Stream<Arguments> depths() {
        return Stream.of(arguments("testcard", Depth.GREY4), arguments("testcard-mono", Depth.MONO));
    }

    @Test
    void no_golden_picture_is_left_over() throws IOException {
        Set<String> wanted = Stream.concat(pictures(), depths())
                .map(arguments -> arguments.get()[0] + ".png")
                .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(GoldenPictures.file("any").getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static void assertSame(String name, Picture drawn) throws IOException {
        if (GoldenPictures.updating()) {
            GoldenPictures.write(name, drawn);
        }
        Picture golden = GoldenPictures.read(name, drawn.depth());
        assertThat(differences(golden, drawn))
                .as("pixels of %s that differ; see GoldenPictures for how to renew it", name)
                .isZero();
    }

    private static int differences(Picture a, Picture b) {
        int count = 0;
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                count += a.level(x, y) == b.level(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
