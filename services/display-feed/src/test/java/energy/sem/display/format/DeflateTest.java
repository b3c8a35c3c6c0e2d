package energy.sem.display.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeflateTest {

    @Property(tries = 300)
    void zlib_gives_back_any_bytes(@ForAll byte[] data) throws DataFormatException {
        assertThat(inflated(Deflate.zlib(data), data.length)).isEqualTo(data);
    }

    @Property(tries = 300)
    void zlib_gives_back_bytes_with_many_repeats(@ForAll @Size(max = 2000) @ByteRange(max = 2) byte[] data)
            throws DataFormatException {
        assertThat(inflated(Deflate.zlib(data), data.length)).isEqualTo(data);
    }

    @Property(tries = 60)
    void repeats_are_found_at_every_length_and_up_to_the_whole_window(
            @ForAll @IntRange(min = 3, max = 600) int length, @ForAll @IntRange(min = 1, max = 40_000) int distance)
            throws DataFormatException {
        byte[] data = new byte[distance + length];
        new Random(length * 31L + distance).nextBytes(data);
        for (int i = 0; i < length; i++) {
            data[distance + i] = data[i];
        }

        assertThat(inflated(Deflate.zlib(data), data.length)).isEqualTo(data);
    }

    @Test
    void the_same_input_has_these_very_bytes_everywhere() {
        // 78 01, one final block with fixed codes: "abc", 6 bytes from 3 before, end of block, Adler-32.
        assertThat(HexFormat.of().formatHex(Deflate.zlib("abcabcabc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("78014b4c4a862000113d0373");
    }

    @Test
    void nothing_is_a_stream_too() throws DataFormatException {
        assertThat(inflated(Deflate.zlib(new byte[0]), 0)).isEmpty();
    }

    private static byte[] inflated(byte[] stream, int expected) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        byte[] out = new byte[expected + 1];
        int length = inflater.inflate(out);
        assertThat(inflater.finished())
                .as("the stream ends, and its checksum is right")
                .isTrue();
        assertThat(inflater.getRemaining()).as("bytes after the stream").isZero();
        inflater.end();
        return Arrays.copyOf(out, length);
    }
}
