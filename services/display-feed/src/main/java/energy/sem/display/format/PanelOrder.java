package energy.sem.display.format;

import energy.sem.display.raster.Picture;

/**
 * The bytes that the driver of the Waveshare 3.7" panel (280x480 portrait, controller SSD1677) takes unaltered:
 * {@code EPD_3IN7_4Gray_Display} and GxEPD2_4G's {@code drawImage_4G} with 2 bits, {@code EPD_3IN7_1Gray_Display} with 1.
 * Rows from the panel's top, the leftmost pixel in the highest bits.
 */
final class PanelOrder {
    private PanelOrder() {}

    static byte[] encode(byte[] levels, int bits, Rotation rotation) {
        int width = Picture.WIDTH;
        int height = Picture.HEIGHT;
        byte[] bytes = new byte[width * height * bits / 8];
        int stride = (rotation == Rotation.NONE ? width : height) * bits / 8;
        switch (rotation) {
            case NONE -> {
                for (int row = 0; row < height; row++) {
                    Packing.row(levels, row * width, 1, width, bits, bytes, row * stride);
                }
            }
            case QUARTER -> {
                for (int row = 0; row < width; row++) {
                    Packing.row(levels, (height - 1) * width + row, -width, height, bits, bytes, row * stride);
                }
            }
            case THREE_QUARTERS -> {
                for (int row = 0; row < width; row++) {
                    Packing.row(levels, width - 1 - row, width, height, bits, bytes, row * stride);
                }
            }
        }
        return bytes;
    }
}
