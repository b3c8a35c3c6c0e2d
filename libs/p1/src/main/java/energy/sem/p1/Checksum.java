package energy.sem.p1;

/**
 * The checksums that meters write behind the {@code !}. P1-502 6.2 prescribes {@link #ARC}; the others are what meters of
 * the field have sent instead, or send on their other ports: a firmware takes the one that it has. Parameters as in the
 * catalogue of parametrised CRC algorithms.
 */
public enum Checksum {
    /** The standard's, see {@link Crc16}. */
    ARC("CRC-16/ARC", true, 0xA001, 0, 0),
    /** IEC 62056-46 (HDLC); Holley DTSD545 in Sweden and Hungary. */
    X_25("CRC-16/X-25", true, 0x8408, 0xFFFF, 0xFFFF),
    /** Holley DTZ541, in its SML. */
    KERMIT("CRC-16/KERMIT", true, 0x8408, 0, 0),
    /** Modbus, which most meters speak on another port. */
    MODBUS("CRC-16/MODBUS", true, 0xA001, 0xFFFF, 0),
    /** Also called CCITT-FALSE. */
    IBM_3740("CRC-16/IBM-3740", false, 0x1021, 0xFFFF, 0),
    /** What "CCITT" means to many a firmware. */
    XMODEM("CRC-16/XMODEM", false, 0x1021, 0, 0),
    /** The M-Bus (EN 13757-4). */
    EN_13757("CRC-16/EN-13757", false, 0x3D65, 0, 0xFFFF),
    /** Not a checksum: {@code 0000} in each telegram, as some Iskraemeco AM550 write; proves nothing. */
    ZEROS("0000, which is none", true, 0, 0, 0);

    private final String words;
    private final boolean reflected;
    private final int initial;
    private final int added;

    /** What a byte does; written here only. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final char[] table = new char[256];

    Checksum(String words, boolean reflected, int polynomial, int initial, int added) {
        this.words = words;
        this.reflected = reflected;
        this.initial = initial;
        this.added = added;
        for (int i = 0; i < table.length; i++) {
            int c = reflected ? i : i << 8;
            for (int bit = 0; bit < 8; bit++) {
                boolean carry = (c & (reflected ? 1 : 0x8000)) != 0;
                c = (reflected ? c >>> 1 : c << 1) ^ (carry ? polynomial : 0);
            }
            table[i] = (char) c;
        }
    }

    /** Its name, for people: {@code CRC-16/X-25}. */
    public String words() {
        return words;
    }

    /** The checksum (0 to 0xFFFF) of {@code length} bytes from {@code from}, a byte a step. */
    public int of(byte[] bytes, int from, int length) {
        int crc = initial;
        for (int i = from; i < from + length; i++) {
            crc = reflected
                    ? (crc >>> 8) ^ table[(crc ^ bytes[i]) & 0xFF]
                    : ((crc << 8) ^ table[((crc >>> 8) ^ bytes[i]) & 0xFF]) & 0xFFFF;
        }
        return crc ^ added;
    }
}
