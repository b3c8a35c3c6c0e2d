package energy.sem.display.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * PNG (RFC 2083) of colour type 0, greyscale, with 1, 2 or 4 bits a pixel: no palette, no alpha, no interlace and no filter,
 * which every decoder of every device can read.
 */
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int CHUNK_FRAME = 12;

    private Png() {}

    static byte[] encode(byte[] levels, int width, int height, int bits) {
        int stride = Packing.stride(width, bits);
        byte[] rows = new byte[(1 + stride) * height];
        for (int y = 0; y < height; y++) {
            // Each row begins with its filter's number: 0, none.
            Packing.row(levels, y * width, 1, width, bits, rows, y * (1 + stride) + 1);
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) 0)
                .array();
        byte[] data = Deflate.zlib(rows);
        ByteBuffer png = ByteBuffer.allocate(8 + 3 * CHUNK_FRAME + header.length + data.length);
        png.putLong(SIGNATURE);
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", data);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        png.putInt(data.length).put(type).put(data).putInt((int) crc.getValue());
    }
}
