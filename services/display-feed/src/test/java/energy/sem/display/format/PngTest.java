package energy.sem.display.format;

import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

import static org.assertj.core.api.Assertions.assertThat;

/** The PNG as devices want it: greyscale, shallow, and the same bytes everywhere. */
class PngTest {

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"2, GREY4", "1, MONO"})
    void another_decoder_sees_the_same_pixels(int bits, Depth depth) {
        Picture picture = Pictures.noise(depth, 1);

        BufferedImage decoded =
                Pictures.decoded(Encoder.encode(picture, new Encoding(Format.PNG, bits, Rotation.NONE)));

        assertThat(decoded.getWidth()).isEqualTo(480);
        assertThat(decoded.getHeight()).isEqualTo(280);
        assertThat(Pictures.levels(decoded)).isEqualTo(picture.levels());
    }

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"2, GREY4", "1, MONO"})
    void the_header_says_greyscale_of_that_depth_without_interlace(int bits, Depth depth) {
        byte[] png = Encoder.encode(Pictures.noise(depth, 1), new Encoding(Format.PNG, bits, Rotation.NONE));

        assertThat(HexFormat.of().formatHex(png, 0, 29))
                .isEqualTo("89504e470d0a1a0a" + "0000000d49484452" + "000001e0" + "00000118" + "0" + bits + "00000000");
    }

    @Test
    void the_file_is_three_chunks_and_nothing_that_could_change() {
        byte[] png = Encoder.encode(Pictures.noise(Depth.GREY4, 1), Encoding.PNG);
        String text = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(text.indexOf("IDAT")).isEqualTo(37);
        assertThat(Arrays.copyOfRange(png, png.length - 12, png.length))
                .isEqualTo(HexFormat.of().parseHex("0000000049454e44ae426082"));
        assertThat(text).doesNotContain("tEXt", "tIME", "gAMA", "pHYs");
    }

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"2, GREY4, 55f6b693f7e4a6af", "1, MONO, 4572b38b980e66cc"})
    void an_update_of_the_service_leaves_the_bytes_and_with_them_every_etag_as_they_are(
            int bits, Depth depth, String start) throws NoSuchAlgorithmException {
        byte[] levels = new byte[Panel.ORIGINAL.width() * Panel.ORIGINAL.height()];
        for (int i = 0; i < levels.length; i++) {
            int band = (i % Panel.ORIGINAL.width() / 7 + i / Panel.ORIGINAL.width() / 5) % 4;
            levels[i] = (byte) (depth == Depth.MONO ? band / 2 * 3 : band);
        }
        byte[] png = Encoder.encode(
                new Picture(Panel.ORIGINAL.in(depth), levels), new Encoding(Format.PNG, bits, Rotation.NONE));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
        assertThat(HexFormat.of().formatHex(digest, 0, 8)).isEqualTo(start);
    }
}
