package energy.sem.p1;

import java.util.Arrays;

/**
 * A whole telegram's bytes, from {@code /} to the last character behind {@code !}, without the line end after it.
 *
 * <p>A view of the {@link Framer}'s own buffer: valid only until the listener returns, so that framing allocates
 * nothing. Who keeps it takes {@link #toBytes()}.
 */
public final class Frame {

    private byte[] array;
    private int offset;
    private int length;
    private CrcState crc;
    private boolean repaired;

    Frame() {}

    void set(byte[] array, int offset, int length, CrcState crc, boolean repaired) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.crc = crc;
        this.repaired = repaired;
    }

    /** The buffer that the telegram stands in. Not to be written to. */
    public byte[] array() {
        return array;
    }

    /** Where in the buffer its {@code /} stands. */
    public int offset() {
        return offset;
    }

    /** How many bytes of the buffer belong to the telegram. */
    public int length() {
        return length;
    }

    /** {@code VALID}; {@code OTHER} by the meter's own checksum; {@code ABSENT} where the dialect or the meter has none. */
    public CrcState crc() {
        return crc;
    }

    /** Whether line ends were restored to CR LF; then the bytes are the restored ones. */
    public boolean repaired() {
        return repaired;
    }

    /** A copy that the caller may keep. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }
}
