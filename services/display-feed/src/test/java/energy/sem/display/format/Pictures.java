package energy.sem.display.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

/** Pictures for tests of the formats, and the JDK's own decoders as judge. */
final class Pictures {
    private Pictures() {}

    /** No two neighbourhoods alike: whatever is swapped, shifted or mirrored shows. */
    static Picture noise(Depth depth, long seed) {
        Random random = new Random(seed);
        byte[] levels = new byte[Panel.ORIGINAL.width() * Panel.ORIGINAL.height()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (depth == Depth.MONO ? random.nextInt(2) * 3 : random.nextInt(4));
        }
        return new Picture(Panel.ORIGINAL.in(depth), levels);
    }

    /** White, but for single pixels of the given luminances from the place on: {x, y, luminance}. */
    static Picture whiteBut(Depth depth, int[]... pixels) {
        byte[] levels = new byte[Panel.ORIGINAL.width() * Panel.ORIGINAL.height()];
        Arrays.fill(levels, (byte) 3);
        for (int[] pixel : pixels) {
            levels[pixel[1] * Panel.ORIGINAL.width() + pixel[0]] = (byte) pixel[2];
        }
        return new Picture(Panel.ORIGINAL.in(depth), levels);
    }

    /** What ImageIO makes of a PNG or BMP. */
    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The luminance, 0 to 3, of a decoded pixel; fails on a colour that is none of the four greys. */
    static int level(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y) & 0xFFFFFF;
        if (image.getColorModel().getNumColorComponents() == 1) {
            // getRGB would bend greys by a gamma that the file knows nothing of.
            rgb = image.getRaster().getSample(x, y, 0) * 0x010101;
        }
        int grey = rgb & 0xFF;
        if (rgb != grey * 0x010101 || grey % 85 != 0) {
            throw new AssertionError("%06X at %d, %d is none of the four greys".formatted(rgb, x, y));
        }
        return grey / 85;
    }

    /** All luminances of a decoded file, row by row. */
    static byte[] levels(BufferedImage image) {
        byte[] levels = new byte[image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                levels[y * image.getWidth() + x] = (byte) level(image, x, y);
            }
        }
        return levels;
    }
}
