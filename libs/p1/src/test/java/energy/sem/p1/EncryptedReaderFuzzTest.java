package energy.sem.p1;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Coverage-guided fuzzing of the search for encrypted frames; see {@link ReaderFuzzTest}. */
class EncryptedReaderFuzzTest {

    /** The seeds are encrypted with it. */
    private static final String KEY_OF_THE_SEEDS = "00".repeat(16);

    @FuzzTest(maxDuration = "10m")
    void whatever_bytes_come_the_same_is_heard_however_they_are_split(byte[] stream) {
        Heard whole = new Heard();
        EncryptedReader reader = new EncryptedReader(KEY_OF_THE_SEEDS, whole);
        reader.feed(stream);
        reader.end();
        Heard split = new Heard();
        EncryptedReader pieceByPiece = new EncryptedReader(KEY_OF_THE_SEEDS, split);
        int at = 0;
        while (at < stream.length) {
            int count = Math.min(stream.length - at, 1 + (stream[at] & 0x3F));
            pieceByPiece.feed(stream, at, count);
            at += count;
        }
        pieceByPiece.end();
        assertThat(split.inOrder).isEqualTo(whole.inOrder);
        assertThat(whole.rejected)
                .allMatch(r -> r.bytes().length > 0 && !r.detail().isBlank());
    }
}
