package energy.sem.display.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

import static org.assertj.core.api.Assertions.assertThat;

/** The bitmap as ESPHome reads it: uncompressed, bottom-up, 1 bit or 8. */
class BmpTest {

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"1, MONO", "8, GREY4"})
    void another_decoder_sees_the_same_pixels(int bits, Depth depth) {
        Picture picture = Pictures.noise(depth, 2);

        byte[] bmp = Encoder.encode(picture, new Encoding(Format.BMP, bits, Rotation.NONE));

        assertThat(Pictures.levels(Pictures.decoded(bmp))).isEqualTo(picture.levels());
    }

    @Test
    void one_bit_has_the_header_and_palette_that_strict_readers_ask_for() {
        byte[] bmp = Encoder.encode(Pictures.noise(Depth.MONO, 2), Encoding.BMP);
        ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bmp).hasSize(16_862).startsWith('B', 'M');
        assertThat(header.getInt(2)).as("file size").isEqualTo(bmp.length);
        assertThat(header.getInt(10)).as("offset of the pixels").isEqualTo(62);
        assertThat(header.getInt(18)).as("width").isEqualTo(480);
        assertThat(header.getInt(22)).as("height, positive: bottom-up").isEqualTo(280);
        assertThat(header.getShort(28)).as("bits").isEqualTo((short) 1);
        assertThat(header.getInt(30)).as("compression").isZero();
        assertThat(header.getInt(34)).as("biSizeImage").isEqualTo(16_800);
        assertThat(header.getInt(54)).as("colour 0: black").isZero();
        assertThat(header.getInt(58)).as("colour 1: white").isEqualTo(0xFFFFFF);
    }

    @Test
    void eight_bits_are_luminances_even_for_a_reader_that_ignores_the_palette() {
        Picture picture = Pictures.noise(Depth.GREY4, 2);
        byte[] bmp = Encoder.encode(picture, new Encoding(Format.BMP, 8, Rotation.NONE));

        assertThat(bmp).hasSize(135_478);
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            assertThat(bmp[1078 + (Panel.ORIGINAL.height() - 1 - y) * 480 + 5] & 0xFF)
                    .isEqualTo(picture.level(5, y) * 85);
        }
    }
}
