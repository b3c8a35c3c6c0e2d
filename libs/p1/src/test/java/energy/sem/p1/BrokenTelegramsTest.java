package energy.sem.p1;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static energy.sem.p1.Samples.bytes;
import static energy.sem.p1.Samples.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is broken costs itself and no more, and never anything but a refusal in words. */
class BrokenTelegramsTest {

    private static Telegram decode(byte[] bytes) {
        return TelegramDecoder.decode(bytes, 0, bytes.length);
    }

    private static Telegram decode(String... lines) {
        return decode(telegram(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-0:1.8.1(00x001.234*kWh)",
                "1-0:1.8.1(000001.234*kvarh)",
                "1-0:1.8.1(000001*)",
                "1-0:1.8.1()",
                "1-0:1.8.1(-00001.234*kWh)",
                "1-0:1.8.1(000001.234*kWh)(1)",
                "1-0:1.8.1(9999999999999999999999*kWh)",
                "1-0:32.7.0(9999999999.9*V)",
                "0-0:1.0.0(241318091400S)",
                "0-0:1.0.0(240230091400S)",
                "0-0:1.0.0(24101809140S)",
                "0-0:96.3.10(7)",
                "0-0:96.14.0(0001*kW)",
                "0-0:96.13.0(zz)",
                "0-1:24.2.1(101209112500W)",
                "0-1:24.2.1(101209112500W)(12*bar)",
                "0-1:24.2.1(101209112500)(-1.000*m3)",
                "0-1:24.3.0(101209112500)(00)(60)",
                "1-0:99.97.0(1)(0-0:96.7.19)(x)(1*s)",
                "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(240101000000W)(x)(1.0*kW)",
                "1-0:1.6.0(02.589*kW)",
            })
    void a_known_object_that_does_not_read_is_kept_as_text_with_a_warning(String line) {
        Telegram t = decode(line, "1-0:2.8.1(000001.000*kWh)");
        assertThat(t.others()).singleElement().matches(o -> line.startsWith(o.code() + "("));
        assertThat(t.warnings())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(line.substring(0, Math.min(60, line.length())));
        assertThat(t.registers().get(Register.EXPORT_T1_WH)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000\u00ff", "no object", "1-0:1.8.1", "1-0:1.8.1(1*kWh", "(1*kWh)x", "1-0:1.8.1(1*kWh)x"})
    void a_line_that_is_no_object_is_only_a_warning_behind_a_crc(String line) {
        Telegram t = decode("1-0:2.8.1(000001.000*kWh)", line, "1-0:2.8.2(000002.000*kWh)");
        assertThat(t.registers().get(Register.EXPORT_T2_WH)).isEqualTo(2000);
        assertThat(t.warnings()).hasSize(1);
    }

    @Test
    void a_damaged_line_without_a_crc_refuses_the_telegram() {
        byte[] damaged = bytes(Samples.DSMR_2_2.replace("(00002.345*kWh)", "(00002.345\u0001kWh\r\n"));
        assertThatThrownBy(() -> decode(damaged))
                .isInstanceOf(TelegramFormatException.class)
                .hasMessageContaining("not an object: 1-0:1.8.2(00002.345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/",
                "/SEM5\r\n",
                "/SEM5\r\n\r\n!",
                "/\r\n\r\n1-0:1.7.0(1.0*kW)\r\n!",
                "1-0:1.7.0(1)\r\n!"
            })
    void what_is_no_telegram_is_refused_in_words(String text) {
        assertThatThrownBy(() -> decode(bytes(text)))
                .isInstanceOf(TelegramFormatException.class)
                .hasMessageMatching(".*(telegram|header).*");
    }

    @Property(tries = 3000)
    void no_bytes_make_it_fail_in_any_other_way_than_a_refusal(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = Samples.belgian();
        for (int i = random.nextInt(20); i >= 0; i--) {
            bytes[1 + random.nextInt(bytes.length - 1)] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) "()*.!/:-0S\r\n".charAt(random.nextInt(12));
        }
        int length = random.nextBoolean() ? bytes.length : 1 + random.nextInt(bytes.length - 1);
        byte[] exact = Arrays.copyOf(bytes, length);
        try {
            assertThat(decode(exact).warnings()).isNotNull();
        } catch (TelegramFormatException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
