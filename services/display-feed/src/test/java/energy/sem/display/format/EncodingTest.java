package energy.sem.display.format;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EncodingTest {

    @ParameterizedTest(name = "{0}: {1} bits a pixel, turned by {2}, {3}")
    @CsvSource({
        "png, 2, 0, image/png",
        "raw, 2, 270, application/octet-stream",
        "bin, 1, 270, application/octet-stream",
        "bmp, 1, 0, image/bmp",
        "json, 0, 0, application/json"
    })
    void each_extension_has_its_defaults(String extension, int bits, int degrees, String contentType) {
        Encoding encoding = Encoding.of(Format.of(extension).orElseThrow(), Panel.ORIGINAL);

        assertThat(encoding.bits()).isEqualTo(bits);
        assertThat(encoding.rotation().degrees()).isEqualTo(degrees);
        assertThat(encoding.format().contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest(name = "{0} with {1} bits turned by {2}")
    @CsvSource({"PNG, 4, NONE", "PNG, 8, NONE", "BMP, 2, NONE", "RAW, 1, NONE", "BIN, 2, NONE", "PNG, 2, QUARTER"})
    void a_form_that_no_device_takes_is_refused_with_what_there_is(Format format, int bits, Rotation rotation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Encoding(format, bits, rotation))
                .withMessageContaining(format.extension());
    }

    @Test
    void a_picture_of_another_depth_is_not_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoder.encode(Pictures.noise(Depth.GREY4, 3), Encoding.BIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoder.encode(Pictures.noise(Depth.GREY4, 3), Encoding.JSON));
    }
}
