package energy.sem.p1;

/** Finds bytes in arrays, sixteen at a time. */
final class ByteScan {

    private static final long SLASHES = EightBytes.all('/');
    private static final long BANGS = EightBytes.all('!');

    private ByteScan() {}

    /** The first index from {@code from} where a {@code /} or {@code !} stands, else {@code end}. */
    static int slashOrBang(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - 16; at += 16) {
            long hits = EightBytes.marks(EightBytes.at(bytes, at), SLASHES, BANGS)
                    | EightBytes.marks(EightBytes.at(bytes, at + 8), SLASHES, BANGS);
            if (hits != 0) {
                break;
            }
        }
        for (; at < end; at++) {
            if (bytes[at] == '/' || bytes[at] == '!') {
                return at;
            }
        }
        return end;
    }
}
