package energy.sem.p1;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static energy.sem.p1.Samples.belgian;
import static energy.sem.p1.Samples.bytes;
import static energy.sem.p1.Samples.concat;
import static energy.sem.p1.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

class FramerTest {

    private static final byte[] GOOD = belgian();

    @Test
    void a_whole_telegram_is_heard_with_its_bytes_up_to_the_checksum() {
        Heard heard = Heard.of(GOOD);
        assertThat(heard.inOrder.get(0)).startsWith("good " + text(GOOD).stripTrailing());
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.telegrams.get(0).crc()).isEqualTo(CrcState.VALID);
        assertThat(heard.telegrams.get(0).repaired()).isFalse();
        assertThat(heard.reader.skippedBytes()).isZero();
    }

    @Test
    void two_telegrams_in_one_read_are_two() {
        assertThat(Heard.of(concat(GOOD, GOOD)).telegrams).hasSize(2);
    }

    @Test
    void a_changed_byte_is_rejected_for_its_crc_with_the_bytes_and_both_values() {
        byte[] changed = GOOD.clone();
        changed[200] ^= 1;
        Heard heard = Heard.of(changed);
        assertThat(heard.telegrams).isEmpty();
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
        assertThat(heard.rejected.get(0).detail()).matches("the CRC is [0-9A-F]{4} but the telegram says [0-9A-F]{4}");
        assertThat(text(heard.rejected.get(0).bytes())).isEqualTo(text(changed).stripTrailing());
    }

    @Test
    void a_cut_telegram_is_truncated_and_the_next_one_heard() {
        for (int length = 1; length < GOOD.length - 6; length++) {
            Heard heard = Heard.of(Arrays.copyOf(GOOD, length), GOOD);
            assertThat(heard.telegrams).as("cut at %d", length).hasSize(1);
            assertThat(heard.causes()).as("cut at %d", length).containsExactly(RejectCause.TRUNCATED);
            assertThat(heard.rejected.get(0).bytes()).hasSize(length);
        }
    }

    @Test
    void a_telegram_cut_behind_its_bang_costs_only_itself() {
        for (int length = GOOD.length - 6; length < GOOD.length - 2; length++) {
            Heard heard = Heard.of(Arrays.copyOf(GOOD, length), GOOD);
            assertThat(heard.telegrams).as("cut at %d", length).hasSize(1);
            assertThat(heard.rejected).as("cut at %d", length).hasSize(1);
        }
    }

    @Test
    void a_telegram_that_the_input_ends_in_is_truncated() {
        Heard heard = Heard.of(Arrays.copyOf(GOOD, 600));
        assertThat(heard.causes()).containsExactly(RejectCause.TRUNCATED);
        assertThat(heard.rejected.get(0).detail()).contains("the input ended");
    }

    @Test
    void a_pushed_text_needs_no_line_end_behind_the_checksum() {
        assertThat(Heard.of(Arrays.copyOf(GOOD, GOOD.length - 2)).telegrams).hasSize(1);
        assertThat(Heard.of(bytes(Samples.DSMR_2_2.stripTrailing())).telegrams).hasSize(1);
    }

    @Test
    void the_rest_of_a_telegram_joined_late_is_skipped_and_counted_but_not_rejected() {
        byte[] rest = Arrays.copyOfRange(GOOD, 700, GOOD.length);
        Heard heard = Heard.of(rest, GOOD);
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.reader.skippedBytes())
                .isEqualTo(text(rest).replaceAll("[\r\n]", "").length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\377\1/\376\r\n\1\2!9\r\n",
                "noise/noise/",
                "////",
                "/\r\n!",
                "/\r\n!\r",
                "/x\r\n!ABC",
                "/x\r\n!/",
                "/abc5 cut here 1-0:1.8.1(000",
                "!7BE2\r\n!\r\n",
                "/ABC5\\1\r\n/ABC5\\2",
            })
    void after_noise_the_good_telegram_comes_out(String noise) {
        Heard heard = Heard.of(bytes(noise), GOOD);
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.telegrams.get(0).identification()).isEqualTo("SEM5\\SAMPLE");
    }

    @Test
    void memory_is_bounded_and_the_cause_oversize() {
        byte[] line = bytes("1-0:1.8.1(000000.034*kWh)\r\n");
        Heard heard = new Heard();
        heard.reader.feed(bytes("/SEM5\\LONG\r\n\r\n"));
        for (int i = 0; i < 100_000; i++) {
            heard.reader.feed(line);
        }
        assertThat(heard.causes()).containsExactly(RejectCause.OVERSIZE);
        assertThat(heard.rejected.get(0).bytes()).hasSize(Framer.MAX_FRAME_BYTES);
        heard.reader.feed(GOOD);
        assertThat(heard.telegrams).hasSize(1);
    }

    @Test
    void a_telegram_that_begins_in_the_middle_of_a_line_of_an_oversize_one_comes_out() {
        for (int before : new int[] {7000, 8100, 8185, 8190, 8191, 8192}) {
            Heard heard = Heard.of(bytes("/" + "x".repeat(before - 1)), GOOD);
            assertThat(heard.telegrams).as("after %d bytes", before).hasSize(1);
            assertThat(heard.causes())
                    .as("after %d bytes", before)
                    .containsExactly(
                            before + GOOD.length < Framer.MAX_FRAME_BYTES
                                    ? RejectCause.TRUNCATED
                                    : RejectCause.OVERSIZE);
        }
    }

    @Test
    void the_longest_allowed_telegram_passes_and_one_byte_more_does_not() {
        String head = "/SEM5\\LONG\r\n\r\n0-0:96.13.0(";
        String tail = ")\r\n!";
        int fill = Framer.MAX_FRAME_BYTES - head.length() - tail.length();
        byte[] longest = Samples.withCrc(head + "4".repeat(fill) + tail);
        byte[] tooLong = Samples.withCrc(head + "4".repeat(fill + 1) + tail);
        assertThat(Heard.of(longest).telegrams).hasSize(1);
        assertThat(Heard.of(tooLong).causes()).containsExactly(RejectCause.OVERSIZE);
    }

    @Test
    void line_feeds_only_are_repaired_and_counted() {
        Heard heard = Heard.of(bytes(text(GOOD).replace("\r", "")));
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.telegrams.get(0).repaired()).isTrue();
        assertThat(heard.telegrams.get(0).crc()).isEqualTo(CrcState.VALID);
        assertThat(heard.reader.repaired()).isEqualTo(1);
        assertThat(heard.inOrder.get(0)).startsWith("good " + text(GOOD).stripTrailing());
    }

    @Test
    void doubled_line_feeds_are_repaired() {
        Heard heard =
                Heard.of(bytes(text(GOOD).replace('\r', '\n')), bytes(text(GOOD).replace('\r', '\n')));
        assertThat(heard.telegrams).hasSize(2).allMatch(Telegram::repaired);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    void a_checksum_over_line_feeds_only_is_valid_without_repair() {
        byte[] own = Samples.withCrc("/SEM5\\LF\n\n1-0:1.7.0(00.642*kW)\n!");
        assertThat(Heard.of(own).telegrams).singleElement().matches(t -> !t.repaired());
    }

    @Test
    void a_lower_case_or_unpadded_checksum_is_accepted() {
        String text = text(GOOD);
        int bang = text.indexOf('!');
        byte[] lower = bytes(text.substring(0, bang) + text.substring(bang).toLowerCase(java.util.Locale.ROOT));
        assertThat(Heard.of(lower).telegrams).hasSize(1);
        byte[] unpadded = unpadded();
        assertThat(Heard.of(unpadded).telegrams).hasSize(1);
        assertThat(Heard.of(unpadded, GOOD).telegrams).hasSize(2);
    }

    /** A telegram whose CRC begins with 0, written without it. */
    private static byte[] unpadded() {
        for (int power = 0; ; power++) {
            String text =
                    text(Samples.belgianWith(String.format("1-0:1.7.0(%02d.%03d*kW)", power / 1000, power % 1000)));
            if (text.contains("!0")) {
                return bytes(text.replace("!0", "!"));
            }
        }
    }

    @Test
    void a_telegram_of_a_dialect_without_checksum_passes_and_is_marked() {
        Heard heard = Heard.of(bytes(Samples.DSMR_2_2));
        assertThat(heard.telegrams).singleElement().satisfies(t -> {
            assertThat(t.crc()).isEqualTo(CrcState.ABSENT);
            assertThat(t.repaired()).isFalse();
        });
        assertThat(Heard.of(bytes(Samples.DSMR_2_2.replace("\r", ""))).telegrams)
                .singleElement()
                .matches(Telegram::repaired);
    }

    @Test
    void a_checksum_that_should_be_there_and_is_not_is_rejected() {
        String text = text(GOOD);
        byte[] without = bytes(text.substring(0, text.indexOf('!') + 1) + "\r\n");
        Heard heard = Heard.of(without, GOOD);
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
        assertThat(heard.rejected.get(0).detail()).contains("missing");
    }

    @Test
    void a_framed_telegram_without_any_object_is_rejected_for_its_format() {
        Heard heard = Heard.of(Samples.withCrc("/SEM5\\EMPTY\r\n\r\n!"));
        assertThat(heard.causes()).containsExactly(RejectCause.FORMAT);
        assertThat(heard.reader.rejected()).isEqualTo(1);
        assertThat(heard.reader.telegrams()).isZero();
    }

    @Test
    void an_empty_input_says_nothing() {
        Heard heard = Heard.of(new byte[0], bytes("\r\n\r\n"));
        assertThat(heard.inOrder).isEqualTo(List.of());
        assertThat(heard.reader.skippedBytes()).isZero();
    }
}
