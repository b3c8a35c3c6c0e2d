package energy.sem.gateway.push;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormFieldsTest {

    @Property
    void every_byte_survives(@ForAll @CharRange(from = 0, to = 255) String value) {
        String body = "a=1&telegram=" + URLEncoder.encode(value, StandardCharsets.ISO_8859_1) + "&b=2";

        FormFields form = FormFields.of(body.getBytes(StandardCharsets.US_ASCII));

        assertThat(form.field("telegram")).contains(value);
        assertThat(form.field("b")).contains("2");
    }

    @Property
    void whatever_comes_is_read_without_failing(@ForAll byte[] body) {
        assertThat(FormFields.of(body).without("x")).isNotNull();
    }

    @Test
    void the_first_of_two_counts_and_what_is_not_there_is_empty() {
        FormFields form = FormFields.of("a=1&a=2&=3&b&c=".getBytes(StandardCharsets.US_ASCII));

        assertThat(form.field("a")).contains("1");
        assertThat(form.field("b")).isEmpty();
        assertThat(form.field("c")).contains("");
    }

    @Test
    void a_field_can_be_left_out_of_what_is_kept() {
        FormFields form = FormFields.of("api_key=secret&UL1=1.0&UL2=2.0".getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(form.without("api_key"), StandardCharsets.US_ASCII))
                .isEqualTo("UL1=1.0&UL2=2.0");
    }
}
