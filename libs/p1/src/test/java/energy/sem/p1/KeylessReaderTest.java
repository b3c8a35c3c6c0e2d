package energy.sem.p1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is heard of a meter without a key. */
class KeylessReaderTest {

    private static final String KEY = "00112233445566778899AABBCCDDEEFF";
    private static final byte[] GOOD = Samples.belgian();

    private final Random random = new Random(11);
    private final Heard heard = new Heard();
    private final KeylessReader reader = new KeylessReader(new MeterChecksum(), heard);

    private byte[] frame() {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        return Ciphered.frame(KEY, KEY, GOOD, nonce);
    }

    private void feed(byte[]... pieces) {
        for (byte[] piece : pieces) {
            reader.feed(piece, 0, piece.length);
        }
        reader.end();
    }

    @Test
    void plain_telegrams_are_read_as_ever() {
        feed(GOOD, Samples.bytes(Samples.DSMR_2_2), GOOD);
        assertThat(heard.telegrams).hasSize(3);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    void every_encrypted_frame_is_called_that_with_its_bytes_and_is_nothing_else() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            frames.add(frame());
        }
        feed(frames.toArray(byte[][]::new));
        List<RejectedFrame> encrypted = heard.rejected.stream()
                .filter(r -> r.cause() == RejectCause.ENCRYPTED)
                .toList();
        assertThat(encrypted).hasSize(200);
        assertThat(encrypted.get(7).bytes()).isEqualTo(frames.get(7));
        assertThat(encrypted.get(7).detail()).contains("encrypted", "decryption key");
        // A / at the start of a line inside, once in 65 536 bytes, looks like a telegram.
        assertThat(heard.rejected.size()).isLessThan(210);
        assertThat(heard.telegrams).isEmpty();
    }

    @Test
    void a_frame_joined_late_or_that_the_input_ends_in_is_called_that_too() {
        byte[] frame = frame();
        feed(Arrays.copyOfRange(frame, 300, frame.length), frame, Arrays.copyOf(frame, 200));
        assertThat(heard.causes().stream().filter(c -> c == RejectCause.ENCRYPTED))
                .hasSize(2);
    }

    @Test
    void noise_that_looks_like_the_begin_of_a_frame_costs_no_telegram() {
        byte[] begin = Arrays.copyOf(frame(), 14);
        feed(begin, Samples.bytes("\r\n"), GOOD, GOOD, new byte[] {(byte) 0xDB, 8, (byte) 0xDB}, GOOD);
        assertThat(heard.telegrams).hasSize(3);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    void a_telegram_behind_an_encrypted_frame_is_read_even_where_that_was_cut() {
        feed(frame(), GOOD, Arrays.copyOf(frame(), 400), Samples.bytes("\r\n"), GOOD);
        assertThat(heard.telegrams).hasSize(2);
    }

    @Property(tries = 200)
    void however_the_stream_is_split_the_same_is_heard(@ForAll long seed) {
        random.setSeed(seed);
        byte[] noise = new byte[random.nextInt(60)];
        random.nextBytes(noise);
        byte[] stream = Samples.concat(
                noise,
                frame(),
                random.nextBoolean() ? GOOD : noise,
                Arrays.copyOf(frame(), random.nextInt(500)),
                GOOD,
                new byte[] {(byte) 0xDB, 8},
                frame());
        Heard whole = new Heard();
        KeylessReader atOnce = new KeylessReader(new MeterChecksum(), whole);
        atOnce.feed(stream, 0, stream.length);
        atOnce.end();
        Heard split = new Heard();
        KeylessReader pieces = new KeylessReader(new MeterChecksum(), split);
        int at = 0;
        while (at < stream.length) {
            int count = Math.min(stream.length - at, 1 + random.nextInt(90));
            pieces.feed(stream, at, count);
            at += count;
        }
        pieces.end();
        assertThat(split.inOrder).isEqualTo(whole.inOrder);
    }
}
