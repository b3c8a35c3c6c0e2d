package energy.sem.display.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.imageio.ImageIO;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.raster.NamedPanel;
import energy.sem.display.serve.Wire.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures for other panels, on the wire. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class PanelHttpTest {
    @TestHTTPResource
    URI address;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(address.getPort());
    }

    @ParameterizedTest
    @EnumSource
    void a_named_panel_gets_a_picture_of_its_size_and_depth(NamedPanel named) throws IOException {
        for (String subject : new String[] {"week/0", "testcard"}) {
            Reply reply = wire.get("/display/" + subject + ".png?panel=" + named.code());
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.body()));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(image.getWidth()).isEqualTo(named.panel().width());
            assertThat(image.getHeight()).isEqualTo(named.panel().height());
            assertThat(image.getColorModel().getPixelSize())
                    .isEqualTo(named.panel().depth().bits());
        }
    }

    @ParameterizedTest(name = "{0}: {1} bytes")
    @CsvSource({
        "raw?panel=800x480-2, 48000",
        "raw?panel=800x480-4, 96000",
        "raw?panel=960x540-16, 259200",
        "raw?panel=792x272-2, 26928",
        "bin?panel=1872x1404-16, 328536",
        "raw?panel=480x280-4, 33600",
        "raw?w=601&h=801&greys=2, 60876",
        "raw?w=601&h=801&greys=2&rot=90, 60701",
        "bmp?panel=800x480-2, 48062",
        "bmp?panel=960x540-16&bits=8, 519478",
    })
    void bare_pixels_fill_whole_rows(String target, int length) {
        Reply reply = wire.get("/display/day/0." + target);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).hasSize(length);
    }

    @Test
    void the_original_by_its_name_is_the_original_to_the_byte() {
        for (String form : new String[] {"png", "raw", "bin", "bmp", "json"}) {
            Reply plain = wire.get("/display/week/-1." + form);
            assertThat(wire.get("/display/week/-1." + form + "?panel=480x280-4").body())
                    .isEqualTo(plain.body());
            assertThat(wire.get("/display/week/-1." + form + "?w=480&h=280").body())
                    .isEqualTo(plain.body());
        }
    }

    /** What TRMNL's firmware looks at before it takes a bitmap (usetrmnl/trmnl-firmware, bmp.cpp). */
    @Test
    void a_bitmap_of_800x480_is_the_one_that_trmnl_takes() {
        ByteBuffer bmp = ByteBuffer.wrap(
                        wire.get("/display/day/0.bmp?panel=800x480-2").body())
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bmp.getInt(10)).as("where pixels begin").isGreaterThan(54);
        assertThat(bmp.getInt(18)).isEqualTo(800);
        assertThat(bmp.getInt(22)).isEqualTo(480);
        assertThat(bmp.getShort(28)).isEqualTo((short) 1);
        assertThat(bmp.getInt(34)).as("biSizeImage").isEqualTo(48_000);
        assertThat(bmp.getInt(46)).as("biClrUsed").isIn(0, 2);
        assertThat(bmp.getInt(54)).isZero();
        assertThat(bmp.getInt(58)).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "w=0&h=480 | a picture of 0x480 is not drawn: w is 360 to 2000",
                "w=99999&h=480 | a picture of 99999x480 is not drawn",
                "w=-800&h=480 | a picture of -800x480 is not drawn",
                "w=400&h=400 | one of both at least 480",
                "w=800 | w and h belong together",
                "greys=2 | w and h belong together",
                "w=wide&h=480 | w=wide is no whole number",
                "w=8e2&h=480 | w=8e2 is no whole number",
                "w=800&h=480&greys=3 | greys=3 is not known: use 2, 4 or 16",
                "w=800&h=480&dpi=1 | dpi is 60 to 400",
                "panel=kindle | There is no panel \"kindle\": use 480x280-4, 800x480-2",
                "panel=800x480-2&w=800 | leave w, h, greys and dpi out",
                "panel=800x480-2&bits=2 | png does not come in 2 bits: with 2 greys png has 1",
                "panel=960x540-16&bits=2 | with 16 greys png has 4 or 1",
            })
    void what_no_panel_has_is_400_with_what_there_is(String query, String words) {
        Reply strict = wire.get("/display/day/0.png?strict=1&" + query);
        Reply picture = wire.get("/display/day/0.png?" + query);

        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.text().replace("\\\"", "\"")).contains(words);
        assertThat(picture.status()).isEqualTo(400);
        assertThat(picture.must("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void what_is_wrong_beside_the_panel_is_said_on_that_panel() throws IOException {
        Reply reply = wire.get("/display/day/0.png?panel=480x800-4&lang=xx");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(ImageIO.read(new ByteArrayInputStream(reply.body())).getHeight())
                .isEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/display/panels", "/display/panels?key=any"})
    void panels_are_listed_with_their_bytes(String target) {
        String panels = wire.get(target).text();

        assertThat(panels)
                .contains("\"name\":\"800x480-2\"", "\"greys\":16", "\"dpi\":227", "\"leastWidth\":360")
                .contains("columns from the right, top to bottom (rot=270), 2 bits a pixel");
        assertThat(wire.get("/display/panels?panel=x").status()).isEqualTo(400);
    }

    /** Whoever tries one size after the other shall not fill the memory. */
    @Test
    void a_hundred_sizes_of_one_view_do_not_grow_what_is_kept() {
        for (int width = 480; width < 580; width++) {
            assertThat(wire.get("/display/day/-3.raw?h=480&w=" + width).status())
                    .isEqualTo(200);
        }
        String status = wire.get("/display/status").text();
        long bytes = Long.parseLong(status.replaceAll(".*\"bytes\":(\\d+).*", "$1"));
        assertThat(bytes).isLessThanOrEqualTo(8 * 1024 * 1024);
        assertThat(wire.get("/display/day/-3.png").status()).isEqualTo(200);
    }
}
