package energy.sem.p1;

import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Coverage-guided fuzzing of framing and decoding. In an ordinary build the inputs of the corpus
 * ({@code src/test/resources/energy/sem/p1/ReaderFuzzTestInputs}) are run as they are; libs/p1/README.md says how to
 * search for new ones.
 */
class ReaderFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void whatever_bytes_come_the_promises_hold(byte[] stream) {
        Heard whole = Heard.of(stream);
        Heard split = new Heard();
        int at = 0;
        while (at < stream.length) {
            int count = Math.min(stream.length - at, 1 + (stream[at] & 0x3F));
            split.reader.feed(stream, at, count);
            at += count;
        }
        split.reader.end();
        assertThat(split.inOrder).isEqualTo(whole.inOrder);
        for (int i = 0; i < whole.frames.size(); i++) {
            byte[] frame = whole.frames.get(i);
            assertThat(frame.length).isLessThanOrEqualTo(Framer.MAX_FRAME_BYTES + 4);
            CrcState crc = whole.telegrams.get(i).crc();
            if (crc != CrcState.ABSENT) {
                assertThat(Arrays.stream(Checksum.values()).filter(c -> (c == Checksum.ARC) == (crc == CrcState.VALID)))
                        .anyMatch(c -> checksumMatches(frame, c));
            }
            assertThat(whole.telegrams.get(i).warnings()).doesNotContainNull();
        }
        for (RejectedFrame rejected : whole.rejected) {
            assertThat(rejected.bytes().length).isBetween(1, Framer.MAX_FRAME_BYTES + 4);
            assertThat(rejected.detail()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void whatever_lines_a_telegram_has_decoding_refuses_or_succeeds(byte[] lines) {
        byte[] telegram = Samples.withCrc("/SEM5\\FUZZ\r\n\r\n" + Samples.text(lines) + "\r\n!");
        Telegram decoded;
        try {
            decoded = TelegramDecoder.decode(telegram, 0, telegram.length);
        } catch (TelegramFormatException e) {
            assertThat(e).hasMessageNotContaining("null");
            return;
        }
        TelegramParser parser = new TelegramParser();
        for (int i = 0; i < 3; i++) {
            assertThat(parser.parse(telegram, 0, telegram.length - "!0000\r\n".length(), decoded.crc(), false))
                    .isEqualTo(decoded);
        }
        assertThat(decoded.monthPeaks()).isSortedAccordingTo(java.util.Comparator.comparing(MonthPeak::month));
        assertThat(decoded.devices()).allMatch(d -> d.channel() > 0 && d.channel() < 10);
    }

    private static boolean checksumMatches(byte[] frame, Checksum checksum) {
        String text = Samples.text(frame);
        int bang = text.lastIndexOf('!');
        return Integer.parseInt(text.substring(bang + 1), 16) == checksum.of(frame, 0, bang + 1);
    }
}
