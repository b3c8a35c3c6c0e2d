package energy.sem.files.unpack;

/** How a file is packed, by its first bytes. */
public enum Packing {
    NONE,
    GZIP,
    ZIP,
    SQLITE;

    private static final String SQLITE_MAGIC = "SQLite format 3\0";

    /** By the magic numbers of RFC 1952, of the ZIP specification (APPNOTE 4.3.7, 4.3.16) and of SQLite's file format. */
    public static Packing of(byte[] beginning) {
        if (begins(beginning, "\u001f\u008b")) {
            return GZIP;
        }
        if (begins(beginning, "PK\u0003\u0004") || begins(beginning, "PK\u0005\u0006")) {
            return ZIP;
        }
        return begins(beginning, SQLITE_MAGIC) ? SQLITE : NONE;
    }

    private static boolean begins(byte[] bytes, String magic) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (bytes[i] != (byte) magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
