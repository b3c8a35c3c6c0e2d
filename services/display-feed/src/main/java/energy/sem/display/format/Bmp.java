package energy.sem.display.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import energy.sem.display.raster.Picture;

/**
 * A Windows bitmap with the 40-byte header, uncompressed, rows from the bottom. With 1 bit the palette is black, white;
 * with 8 it is the ramp of all greys, so that a reader which ignores it and takes the byte as luminance is right too.
 */
final class Bmp {
    private static final int HEADERS = 14 + 40;
    /** 150 dots an inch, as the panel has. */
    private static final int DOTS_PER_METRE = 5906;

    private Bmp() {}

    static byte[] encode(byte[] levels, int bits) {
        int colours = 1 << bits;
        int stride = Picture.WIDTH * bits / 8;
        int pixels = stride * Picture.HEIGHT;
        int offset = HEADERS + colours * 4;
        ByteBuffer bmp = ByteBuffer.allocate(offset + pixels).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(offset + pixels).putInt(0).putInt(offset);
        bmp.putInt(40)
                .putInt(Picture.WIDTH)
                .putInt(Picture.HEIGHT)
                .putShort((short) 1)
                .putShort((short) bits);
        bmp.putInt(0)
                .putInt(pixels)
                .putInt(DOTS_PER_METRE)
                .putInt(DOTS_PER_METRE)
                .putInt(0)
                .putInt(0);
        for (int i = 0; i < colours; i++) {
            int grey = 255 * i / (colours - 1);
            bmp.putInt(grey * 0x010101);
        }
        for (int y = Picture.HEIGHT - 1; y >= 0; y--) {
            if (bits == 1) {
                Packing.row(levels, y * Picture.WIDTH, 1, Picture.WIDTH, 1, bmp.array(), bmp.position());
                bmp.position(bmp.position() + stride);
            } else {
                for (int x = 0; x < Picture.WIDTH; x++) {
                    bmp.put((byte) (levels[y * Picture.WIDTH + x] * 85));
                }
            }
        }
        return bmp.array();
    }
}
