package energy.sem.display.paint;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.font.Fonts;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

import static org.assertj.core.api.Assertions.assertThat;

class TestCardTest {

    private static Drawing card(Depth depth) {
        Drawing drawing = new Drawing(new Fonts(), Panel.ORIGINAL.in(depth));
        new TestCard(drawing).draw();
        return drawing;
    }

    @ParameterizedTest
    @EnumSource
    void has_a_mark_in_each_corner_so_that_a_cut_or_shifted_picture_is_seen(Depth depth) {
        Picture card = card(depth).canvas().picture();
        for (int x : new int[] {0, 23, 456, 479}) {
            assertThat(card.level(x, 0)).isZero();
            assertThat(card.level(x, 279)).isZero();
        }
        for (int y : new int[] {0, 23, 256, 279}) {
            assertThat(card.level(0, y)).isZero();
            assertThat(card.level(479, y)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_different_upside_down_and_in_a_mirror(Depth depth) {
        Picture card = card(depth).canvas().picture();
        int turned = 0;
        int mirrored = 0;
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                turned += card.level(x, y) == card.level(479 - x, 279 - y) ? 0 : 1;
                mirrored += card.level(x, y) == card.level(479 - x, y) ? 0 : 1;
            }
        }
        assertThat(turned).isGreaterThan(1000);
        assertThat(mirrored).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void names_its_size_its_depth_and_its_patches(Depth depth) {
        List<String> texts =
                card(depth).placed().stream().map(Drawing.Placed::text).toList();
        assertThat(texts).contains("480 × 280 · " + depth.bits() + " bit", "479,279");
        if (depth == Depth.GREY16) {
            assertThat(texts).contains("0", "1", "14", "15");
        } else {
            assertThat(texts).contains("0 black", "1 dark", "2 light", "3 white");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_lies_over_anything_else(Depth depth) {
        List<Drawing.Placed> texts = card(depth).placed();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(texts.get(i).ink().overlaps(texts.get(j).ink())).isFalse();
            }
        }
    }
}
