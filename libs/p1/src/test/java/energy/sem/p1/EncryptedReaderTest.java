package energy.sem.p1;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class EncryptedReaderTest {

    private static final String LUXEMBOURG = "00112233445566778899AABBCCDDEEFF";
    private static final byte[] PLAIN = Samples.telegram(
            "1-3:0.2.8(42)", "0-0:42.0.0(53454D4C5558)", "1-0:1.8.0(000025.653*kWh)", "1-0:1.7.0(00.005*kW)");

    private final Random random = new Random(7);
    private final String key = HexFormat.of().formatHex(randomBytes(16));
    private final Heard heard = new Heard();
    private final EncryptedReader reader = new EncryptedReader(key, heard);

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] encrypted(byte[] plain) {
        return Ciphered.frame(key, LUXEMBOURG, plain, randomBytes(12));
    }

    @Test
    void an_encrypted_telegram_is_read_however_the_stream_is_split() {
        byte[] stream = Samples.concat(encrypted(PLAIN), encrypted(PLAIN), encrypted(PLAIN));
        for (int at = 0; at < stream.length; ) {
            int count = Math.min(stream.length - at, random.nextInt(40));
            reader.feed(stream, at, count);
            at += count;
        }
        reader.end();
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.telegrams).hasSize(3);
        assertThat(heard.telegrams.get(0))
                .returns(Dialect.LUXEMBOURG, Telegram::dialect)
                .returns("SEMLUX", Telegram::serial)
                .returns(25_653L, t -> t.registers().get(Register.IMPORT_WH));
    }

    @Test
    void a_changed_byte_or_another_key_is_rejected_with_the_bytes_and_the_next_frame_is_read() {
        byte[] changed = encrypted(PLAIN);
        changed[60] ^= 1;
        reader.feed(Samples.concat(changed, encrypted(PLAIN)));
        reader.end();
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
        assertThat(heard.rejected.get(0).bytes()).isEqualTo(changed);
        assertThat(heard.rejected.get(0).detail()).contains("another key");
        assertThat(heard.telegrams).hasSize(1);
        Heard other = new Heard();
        EncryptedReader otherKey = new EncryptedReader(HexFormat.of().formatHex(randomBytes(16)), other);
        otherKey.feed(encrypted(PLAIN));
        otherKey.end();
        assertThat(other.telegrams).isEmpty();
        assertThat(other.causes()).containsExactly(RejectCause.CRC);
    }

    @Test
    void without_an_authentication_key_the_telegrams_own_checksum_proves_it() {
        String anothers = HexFormat.of().formatHex(randomBytes(16));
        byte[] frame = Ciphered.frame(key, anothers, PLAIN, randomBytes(12));
        byte[] changed = frame.clone();
        changed[60] ^= 1;
        reader.feed(Samples.concat(frame, changed, frame));
        reader.end();
        assertThat(heard.telegrams).hasSize(2);
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
    }

    @Test
    void without_an_authentication_key_a_telegram_that_has_no_checksum_is_not_believed() {
        byte[] frame = Ciphered.frame(
                key, HexFormat.of().formatHex(randomBytes(16)), Samples.bytes(Samples.DSMR_2_2), randomBytes(12));
        reader.feed(frame);
        reader.end();
        assertThat(heard.telegrams).isEmpty();
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
    }

    @Test
    void with_an_authentication_key_every_tag_has_to_fit_it() {
        String own = HexFormat.of().formatHex(randomBytes(16));
        EncryptedReader strict = new EncryptedReader(key, own, heard);
        strict.feed(Ciphered.frame(key, own, PLAIN, randomBytes(12)));
        strict.feed(encrypted(PLAIN));
        strict.end();
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.rejected).singleElement().satisfies(r -> assertThat(r.detail())
                .contains("decrypts to a telegram", "authentication key"));
    }

    @Test
    void a_frame_without_a_tag_is_read_where_no_authentication_key_asks_for_one() {
        byte[] frame = Ciphered.withoutTag(key, PLAIN, randomBytes(12));
        reader.feed(frame);
        reader.end();
        new EncryptedReader(key, LUXEMBOURG, heard).feed(frame);
        assertThat(heard.telegrams).hasSize(1);
        assertThat(heard.rejected).singleElement().satisfies(r -> assertThat(r.detail())
                .contains("no tag"));
    }

    @Test
    void a_meters_own_checksum_inside_is_learned_as_of_a_plain_one() {
        String text = Samples.text(PLAIN);
        String body = text.substring(0, text.indexOf('!') + 1);
        byte[] bytes = Samples.bytes(body);
        byte[] x25 = Samples.bytes(body + String.format("%04X\r\n", Checksum.X_25.of(bytes, 0, bytes.length)));
        reader.feed(encrypted(x25));
        reader.end();
        assertThat(heard.telegrams).singleElement().returns(CrcState.OTHER, Telegram::crc);
    }

    @Test
    void a_cut_frame_costs_only_itself() {
        byte[] cut = Arrays.copyOf(encrypted(PLAIN), 90);
        reader.feed(Samples.concat(cut, encrypted(PLAIN), encrypted(PLAIN)));
        reader.end();
        assertThat(heard.telegrams).hasSize(2);
    }

    @Test
    void a_frame_that_the_input_ends_in_is_truncated() {
        reader.feed(Arrays.copyOf(encrypted(PLAIN), 90));
        reader.end();
        assertThat(heard.causes()).containsExactly(RejectCause.TRUNCATED);
    }

    @Test
    void noise_is_skipped_and_memory_bounded() {
        for (int i = 0; i < 200; i++) {
            reader.feed(randomBytes(1000));
        }
        reader.feed(new byte[] {(byte) 0xDB, 8, 1, 2, 3, 4, 5, 6, 7, 8, (byte) 0x82, (byte) 0xFF, (byte) 0xFF, 0x30});
        reader.feed(encrypted(PLAIN));
        reader.end();
        assertThat(heard.telegrams).hasSize(1);
    }

    @Test
    void the_plain_texts_own_checksum_counts_too() {
        byte[] plain = PLAIN.clone();
        plain[20] ^= 1;
        reader.feed(encrypted(plain));
        reader.end();
        assertThat(heard.causes()).containsExactly(RejectCause.CRC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "xyz", "00112233445566778899AABBCCDDEEFF00"})
    void a_key_that_is_none_is_refused_in_words_that_do_not_repeat_it(String wrong) {
        assertThatThrownBy(() -> new EncryptedReader(wrong, heard))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decryption key")
                .hasMessageNotContaining("00112233");
    }

    @Test
    void the_published_test_vector_decrypts_to_its_published_text() throws IOException {
        assumeTrue(Files.isDirectory(SharedTelegramsTest.FOLDER), "no folder with public telegrams: skipped");
        String hex = Files.readString(SharedTelegramsTest.FOLDER.resolve("lu-01-encrypted-example.hex.txt"));
        String text = Files.readString(
                SharedTelegramsTest.FOLDER.resolve("lu-01-decrypted-example.txt"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        String readme = Files.readString(SharedTelegramsTest.FOLDER.resolve("README.md"));
        Matcher keys = Pattern.compile("Key `(\\w{32})`.*?data `(\\w{32})`").matcher(readme);
        assertThat(keys.find()).isTrue();
        EncryptedReader vector = new EncryptedReader(keys.group(1), keys.group(2), heard);
        vector.feed(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        vector.end();
        List<String> read = heard.frames.isEmpty()
                ? heard.rejected.stream().map(r -> Samples.text(r.bytes())).toList()
                : heard.frames.stream().map(Samples::text).toList();
        assertThat(read).singleElement().satisfies(t -> assertThat(beforeChecksum(t))
                .isEqualTo(beforeChecksum(text)));
    }

    private static String beforeChecksum(String telegram) {
        return telegram.substring(0, telegram.lastIndexOf('!'));
    }
}
