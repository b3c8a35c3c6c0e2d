package energy.sem.display.format;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of bytes and bits that the panel's driver takes, after the worked examples of its documentation. */
class PanelOrderTest {
    private static final int[] BLACK_DARK_LIGHT_WHITE_AND_BACK = {0, 1, 2, 3, 3, 2, 1, 0};

    @Test
    void eight_pixels_of_a_row_of_the_panel_are_1B_E4() {
        byte[] raw = Encoder.encode(nativeRow(Depth.GREY4, BLACK_DARK_LIGHT_WHITE_AND_BACK), Encoding.RAW);

        assertThat(raw).startsWith(0x1B, 0xE4);
        WavesharePanel panel = WavesharePanel.fourGreys(raw);
        assertThat(panel.ram24()[0]).as("low bits").isEqualTo((byte) 0x5A);
        assertThat(panel.ram26()[0]).as("high bits").isEqualTo((byte) 0x3C);
    }

    @Test
    void in_black_and_white_a_set_bit_is_white() {
        byte[] bin = Encoder.encode(nativeRow(Depth.MONO, 0, 0, 3, 3, 3, 3, 0, 0), Encoding.BIN);

        assertThat(bin).startsWith(0x3C);
    }

    @ParameterizedTest(name = "landscape {0}, {1} turned by 270 is byte {2}, shifted by {3}")
    @CsvSource({"0, 0, 33530, 6", "479, 0, 0, 6", "0, 279, 33599, 0", "479, 279, 69, 0"})
    void each_corner_is_at_its_place(int x, int y, int index, int shift) {
        byte[] raw = Encoder.encode(Pictures.whiteBut(Depth.GREY4, new int[] {x, y, 0}), Encoding.RAW);

        assertThat(raw).hasSize(33_600);
        for (int i = 0; i < raw.length; i++) {
            assertThat(raw[i]).as("byte %d", i).isEqualTo((byte) (i == index ? 0xFF & ~(0b11 << shift) : 0xFF));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Rotation.class, mode = Mode.EXCLUDE, names = "NONE")
    void what_the_driver_shows_of_raw_is_the_png_pixel_by_pixel(Rotation rotation) {
        Picture picture = Pictures.noise(Depth.GREY4, 7);
        byte[] raw = Encoder.encode(picture, new Encoding(Format.RAW, 2, rotation));
        byte[] png = Encoder.encode(picture, Encoding.PNG);

        assertThat(raw).hasSize(33_600);
        assertThat(WavesharePanel.fourGreys(raw).landscape(rotation)).isEqualTo(Pictures.levels(Pictures.decoded(png)));
    }

    @ParameterizedTest
    @EnumSource(value = Rotation.class, mode = Mode.EXCLUDE, names = "NONE")
    void what_the_driver_shows_of_bin_is_the_one_bit_png_pixel_by_pixel(Rotation rotation) {
        Picture picture = Pictures.noise(Depth.MONO, 8);
        byte[] bin = Encoder.encode(picture, new Encoding(Format.BIN, 1, rotation));
        byte[] png = Encoder.encode(picture, new Encoding(Format.PNG, 1, Rotation.NONE));

        assertThat(bin).hasSize(16_800);
        assertThat(WavesharePanel.blackAndWhite(bin).landscape(rotation))
                .isEqualTo(Pictures.levels(Pictures.decoded(png)));
    }

    @Test
    void without_rotation_it_is_the_landscape_row_by_row() {
        Picture picture = Pictures.noise(Depth.GREY4, 9);
        byte[] raw = Encoder.encode(picture, new Encoding(Format.RAW, 2, Rotation.NONE));

        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                assertThat((raw[y * 120 + x / 4] >> (6 - x % 4 * 2)) & 0b11).isEqualTo(picture.level(x, y));
            }
        }
    }

    /** The first pixels of the panel's top row: with 270, the landscape's right-most column from the top. */
    private static Picture nativeRow(Depth depth, int... levels) {
        int[][] pixels = new int[levels.length][];
        for (int i = 0; i < levels.length; i++) {
            pixels[i] = new int[] {Panel.ORIGINAL.width() - 1, i, levels[i]};
        }
        return Pictures.whiteBut(depth, pixels);
    }
}
