package energy.sem.display.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import energy.sem.display.raster.Panel;

/**
 * A Windows bitmap with the 40-byte header, uncompressed, rows from the bottom. With 1 bit the palette is black, white;
 * with 8 it is the ramp of all greys, so that a reader which ignores it and takes the byte as luminance is right too.
 */
final class Bmp {
    private static final int HEADERS = 14 + 40;
    private static final double METRES_PER_INCH = 0.0254;

    private Bmp() {}

    static byte[] encode(byte[] levels, Panel panel, int bits) {
        int width = panel.width();
        int height = panel.height();
        int colours = 1 << bits;
        // A row ends on four bytes.
        int stride = (Packing.stride(width, bits) + 3) / 4 * 4;
        int pixels = stride * height;
        int dotsPerMetre = (int) Math.round(panel.dotsPerInch() / METRES_PER_INCH);
        int offset = HEADERS + colours * 4;
        ByteBuffer bmp = ByteBuffer.allocate(offset + pixels).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(offset + pixels).putInt(0).putInt(offset);
        bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        bmp.putInt(0)
                .putInt(pixels)
                .putInt(dotsPerMetre)
                .putInt(dotsPerMetre)
                .putInt(0)
                .putInt(0);
        for (int i = 0; i < colours; i++) {
            int grey = 255 * i / (colours - 1);
            bmp.putInt(grey * 0x010101);
        }
        int step = 255 / panel.depth().white();
        for (int y = height - 1; y >= 0; y--) {
            int row = bmp.position();
            if (bits == 1) {
                Packing.row(levels, y * width, 1, width, 1, bmp.array(), row);
            } else {
                for (int x = 0; x < width; x++) {
                    bmp.put(row + x, (byte) (levels[y * width + x] * step));
                }
            }
            bmp.position(row + stride);
        }
        return bmp.array();
    }
}
