package energy.sem.display.format;

/** Puts pixels side by side into bytes, the leftmost in the highest bits: PNG, BMP and the panel all do. */
final class Packing {
    private Packing() {}

    /** Bytes of a row of so many pixels: the last one is filled up with zeros. */
    static int stride(int count, int bits) {
        return (count * bits + 7) / 8;
    }

    /**
     * Writes one row.
     *
     * @param levels of a picture of the depth with these bits: its luminances
     * @param first index of the row's first pixel
     * @param step from one pixel to the next in {@code levels}
     * @param count pixels in the row
     * @param bits 1 (white is 1), 2 (black 00, dark grey 01, light grey 10, white 11) or 4
     */
    static void row(byte[] levels, int first, int step, int count, int bits, byte[] target, int at) {
        int perByte = 8 / bits;
        // Black and white has the levels 0 and 3.
        int lowest = bits == 1 ? 1 : 0;
        int from = first;
        for (int i = 0; i < count / perByte; i++) {
            int packed = 0;
            for (int pixel = 0; pixel < perByte; pixel++) {
                packed = (packed << bits) | (levels[from] >> lowest);
                from += step;
            }
            target[at + i] = (byte) packed;
        }
        int rest = count % perByte;
        if (rest > 0) {
            int packed = 0;
            for (int pixel = 0; pixel < perByte; pixel++) {
                packed = (packed << bits) | (pixel < rest ? levels[from + pixel * step] >> lowest : 0);
            }
            target[at + count / perByte] = (byte) packed;
        }
    }
}
