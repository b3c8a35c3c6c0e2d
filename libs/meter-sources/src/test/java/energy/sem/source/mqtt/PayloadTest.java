package energy.sem.source.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.source.Encrypted;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadTest {
    private static final byte[] TELEGRAM = Telegrams.bytes(Instant.parse("2026-11-22T10:00:00Z"), 1);

    @Test
    void a_telegram_is_taken_as_it_is_with_an_end_of_line_behind_it() {
        byte[] taken = Payload.of(TELEGRAM).bytes().orElseThrow();

        assertThat(taken).startsWith(TELEGRAM).endsWith('\r', '\n').hasSize(TELEGRAM.length + 2);
    }

    @Test
    void hex_digits_are_the_same_telegram_in_one_line_or_in_several() {
        String hex = HexFormat.of().formatHex(TELEGRAM);

        assertThat(Payload.of(bytes(hex)).bytes().orElseThrow()).startsWith(TELEGRAM);
        assertThat(Payload.of(bytes(hex.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{80})", "$1\r\n")))
                        .bytes()
                        .orElseThrow())
                .startsWith(TELEGRAM);
    }

    @Test
    void encrypted_telegrams_come_as_bytes_or_as_hex() {
        byte[] frame = Encrypted.frame(Encrypted.key(), TELEGRAM);

        assertThat(Payload.of(frame).bytes())
                .hasValueSatisfying(taken -> assertThat(taken).isEqualTo(frame));
        assertThat(Payload.of(bytes(HexFormat.of().formatHex(frame))).bytes())
                .hasValueSatisfying(taken -> assertThat(taken).isEqualTo(frame));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "''                                    | is empty",
                "'  '                                  | is empty",
                "'{\"id\":\"x\",\"data\":{\"P\":1}}'   | is JSON",
                "[1]                                   | is JSON",
                "0.642                                 | single values are not read",
                "123456                                | single values are not read",
                "7EA0870001020110400000000000000000000000 | HDLC",
                "68FAFA6853FF000102030405060708090A0B0C0D0E | M-Bus",
                "7EA08700010201104000000000000000000000000 | odd number",
                "online                                | is no telegram"
            })
    void what_is_no_telegram_is_said(String text, String words) {
        assertThat(Payload.of(bytes(text)).bytes()).isEmpty();
        assertThat(Payload.of(bytes(text)).words()).contains(words);
    }

    @Test
    void a_huge_message_is_not_looked_at() {
        Payload huge = Payload.of(bytes("/".repeat(40_000)));

        assertThat(huge.bytes()).isEmpty();
        assertThat(huge.words()).contains("40000 bytes");
    }

    @Property
    void whatever_comes_is_either_taken_or_said(@ForAll byte[] message) {
        Payload payload = Payload.of(message);

        assertThat(payload.words()).isNotBlank();
        payload.bytes().ifPresent(taken -> assertThat(taken).isNotEmpty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
