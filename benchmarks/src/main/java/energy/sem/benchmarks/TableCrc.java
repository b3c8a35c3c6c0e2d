package energy.sem.benchmarks;

/** CRC-16/ARC by a table of 256, one byte a step: what most readers do, and the limit that ours is compared with. */
final class TableCrc {

    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
            }
            TABLE[i] = crc;
        }
    }

    private TableCrc() {}

    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        return crc;
    }
}
