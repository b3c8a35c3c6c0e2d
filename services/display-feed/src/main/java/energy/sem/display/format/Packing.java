package energy.sem.display.format;

/** Puts pixels side by side into bytes, the leftmost in the highest bits: PNG, BMP and the panel all do. */
final class Packing {
    private Packing() {}

    /**
     * Writes one row.
     *
     * @param levels luminances 0 to 3
     * @param first index of the row's first pixel
     * @param step from one pixel to the next in {@code levels}
     * @param count pixels in the row, a multiple of {@code 8 / bits}
     * @param bits 1 (white is 1) or 2 (black 00, dark grey 01, light grey 10, white 11)
     */
    static void row(byte[] levels, int first, int step, int count, int bits, byte[] target, int at) {
        int perByte = 8 / bits;
        int lowest = 2 - bits;
        int from = first;
        for (int i = 0; i < count / perByte; i++) {
            int packed = 0;
            for (int pixel = 0; pixel < perByte; pixel++) {
                packed = (packed << bits) | (levels[from] >> lowest);
                from += step;
            }
            target[at + i] = (byte) packed;
        }
    }
}
