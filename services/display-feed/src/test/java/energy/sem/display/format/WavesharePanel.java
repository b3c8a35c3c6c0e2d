package energy.sem.display.format;

import energy.sem.display.raster.Panel;

/**
 * The Waveshare 3.7" panel as its C driver fills it: two memories of 280 columns and 480 rows, 0x24 and 0x26. Their bits
 * together choose the controller's waveform, and with it the grey.
 */
final class WavesharePanel {
    static final int COLUMNS = 280;
    static final int ROWS = 480;

    private final byte[] ram24 = new byte[COLUMNS * ROWS / 8];
    private final byte[] ram26 = new byte[COLUMNS * ROWS / 8];
    private final boolean fourGreys;

    private WavesharePanel(boolean fourGreys) {
        this.fourGreys = fourGreys;
    }

    /** EPD_3IN7_4Gray_Display: two bits a pixel are split into the two memories. */
    static WavesharePanel fourGreys(byte[] buffer) {
        WavesharePanel panel = new WavesharePanel(true);
        for (int i = 0; i < panel.ram24.length; i++) {
            for (int pixel = 0; pixel < 8; pixel++) {
                int two = (buffer[i * 2 + pixel / 4] >> (6 - pixel % 4 * 2)) & 0b11;
                boolean in24 = two == 0b11 || two == 0b01;
                boolean in26 = two == 0b11 || two == 0b10;
                panel.ram24[i] |= (byte) ((in24 ? 0x80 : 0) >> pixel);
                panel.ram26[i] |= (byte) ((in26 ? 0x80 : 0) >> pixel);
            }
        }
        return panel;
    }

    /** EPD_3IN7_1Gray_Display: one bit a pixel, into 0x24 only. */
    static WavesharePanel blackAndWhite(byte[] buffer) {
        WavesharePanel panel = new WavesharePanel(false);
        System.arraycopy(buffer, 0, panel.ram24, 0, panel.ram24.length);
        return panel;
    }

    byte[] ram24() {
        return ram24;
    }

    byte[] ram26() {
        return ram26;
    }

    /** What the eye sees there, as a luminance from 0 to 3. */
    int level(int column, int row) {
        int at = row * COLUMNS + column;
        int low = (ram24[at / 8] >> (7 - at % 8)) & 1;
        int high = fourGreys ? (ram26[at / 8] >> (7 - at % 8)) & 1 : low;
        return (high << 1) | low;
    }

    /** What is seen when the panel stands on its side, turned as the rotation says. */
    byte[] landscape(Rotation rotation) {
        byte[] seen = new byte[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int x = rotation == Rotation.QUARTER ? row : ROWS - 1 - row;
                int y = rotation == Rotation.QUARTER ? COLUMNS - 1 - column : column;
                seen[y * Panel.ORIGINAL.width() + x] = (byte) level(column, row);
            }
        }
        return seen;
    }
}
