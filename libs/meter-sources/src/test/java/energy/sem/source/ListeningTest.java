package energy.sem.source;

import java.time.Instant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningTest {

    @Test
    void nothing_is_nothing() {
        assertThat(new Listening().heard()).isEqualTo(Listening.Heard.NOTHING);
    }

    @Test
    void a_telegram_is_text_also_in_its_middle() {
        byte[] telegram = Telegrams.bytes(Instant.EPOCH.plusSeconds(1_800_000_000), 1);
        Listening listening = new Listening();

        listening.hear(telegram, 200);

        assertThat(listening.heard()).isEqualTo(Listening.Heard.TEXT);
    }

    @Test
    void encrypted_telegrams_are_no_noise() {
        byte[] frame = Encrypted.frame(Encrypted.key(), Telegrams.bytes(Instant.EPOCH.plusSeconds(1_800_000_000), 1));
        Listening listening = new Listening();
        listening.hear(new byte[] {(byte) 0xDB, 8, (byte) 0xDB}, 3);

        listening.hear(frame, frame.length);

        assertThat(listening.heard()).isEqualTo(Listening.Heard.TEXT);
    }

    // An idle or wrongly inverted line gives one value again and again.
    @Property(tries = 50)
    void one_byte_outside_of_text_for_ever_is_noise(@ForAll byte any) {
        byte value = (byte) (any | 0x80);
        Listening listening = new Listening();
        for (int i = 0; i < 256; i++) {
            listening.hear(new byte[] {value}, 1);
        }

        assertThat(listening.heard()).isEqualTo(Listening.Heard.NOISE);
    }

    @Property
    void how_the_bytes_are_split_does_not_matter(@ForAll @Size(min = 1, max = 400) byte[] bytes) {
        Listening whole = new Listening();
        whole.hear(bytes, bytes.length);
        Listening single = new Listening();
        for (byte b : bytes) {
            single.hear(new byte[] {b}, 1);
        }

        assertThat(single.heard()).isEqualTo(whole.heard());
    }
}
