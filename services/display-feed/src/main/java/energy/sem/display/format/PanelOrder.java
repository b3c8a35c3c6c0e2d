package energy.sem.display.format;

/**
 * Bare pixels as drivers take them: rows from the top, the leftmost pixel in the highest bits. A quarter or three quarters
 * turned they are what the driver of the Waveshare 3.7" panel (280x480 portrait, controller SSD1677) takes unaltered:
 * {@code EPD_3IN7_4Gray_Display} and GxEPD2_4G's {@code drawImage_4G} with 2 bits, {@code EPD_3IN7_1Gray_Display} with 1.
 */
final class PanelOrder {
    private PanelOrder() {}

    static byte[] encode(byte[] levels, int width, int height, int bits, Rotation rotation) {
        boolean upright = rotation == Rotation.NONE;
        int stride = Packing.stride(upright ? width : height, bits);
        byte[] bytes = new byte[stride * (upright ? height : width)];
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
