package energy.sem.p1;

/**
 * What stands before the ciphertext of an encrypted telegram (LU 3.2.5, DLMS general-glo-ciphering): {@code DB 08}, system
 * title of 8 bytes, length (BER), security byte, frame counter of 4 bytes.
 */
final class CipheredHeader {

    static final byte START = (byte) 0xDB;
    static final int TITLE_AT = 2;
    static final int TITLE_BYTES = 8;
    static final int COUNTER_BYTES = 4;
    static final int TAG_BYTES = 12;

    /** The security byte of a frame that is encrypted and has a tag. */
    static final byte SECURITY = 0x30;

    /** In the security byte: encrypted. */
    private static final int ENCRYPTED = 0x20;

    /** Security bits that are in use: suite 0, encrypted, authenticated. */
    private static final int SUITE_0_ENCRYPTED_AUTHENTICATED = 0x30;

    /** Not enough bytes yet to say. */
    static final int UNDECIDED = -1;

    static final int NO_FRAME = 0;

    private static final int LENGTH_AT = TITLE_AT + TITLE_BYTES;

    /** How long the frame is, from its first byte to its last; {@link #NO_FRAME}, {@link #UNDECIDED}. */
    int frameBytes;

    /** Where its security byte stands, from its first byte. */
    int securityAt;

    /**
     * Looks at the {@code length} bytes from {@code from}, which may be cut anywhere.
     *
     * @param most how long a frame may be
     */
    void read(byte[] bytes, int from, int length, int most) {
        frameBytes = judge(bytes, from, length, most);
    }

    private int judge(byte[] bytes, int from, int length, int most) {
        if (bytes[from] != START || (length > 1 && bytes[from + 1] != TITLE_BYTES)) {
            return NO_FRAME;
        }
        if (length <= LENGTH_AT) {
            return UNDECIDED;
        }
        int first = bytes[from + LENGTH_AT] & 0xFF;
        int lengthBytes = first < 0x80 ? 1 : 1 + (first & 0x7F);
        if (lengthBytes > 3 || first == 0x80) {
            return NO_FRAME;
        }
        securityAt = LENGTH_AT + lengthBytes;
        if (length <= securityAt) {
            return UNDECIDED;
        }
        int content = first < 0x80 ? first : 0;
        for (int i = 1; i < lengthBytes; i++) {
            content = content << 8 | (bytes[from + LENGTH_AT + i] & 0xFF);
        }
        int all = securityAt + content;
        int security = bytes[from + securityAt];
        boolean possible = content > 1 + COUNTER_BYTES + TAG_BYTES
                && all <= most
                && (security & ENCRYPTED) != 0
                && (security & ~SUITE_0_ENCRYPTED_AUTHENTICATED) == 0;
        return possible ? all : NO_FRAME;
    }
}
