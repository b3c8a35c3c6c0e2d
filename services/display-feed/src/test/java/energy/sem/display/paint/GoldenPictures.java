package energy.sem.display.paint;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

/**
 * The golden pictures as PNG files of 2 bits, read and written by the JDK and not by our own encoder.
 *
 * <p>After an intended change of the drawing, {@code mvn test -pl services/display-feed -am
 * -Dtest='GoldenPicturesTest' -Dsurefire.failIfNoSpecifiedTests=false -Dsem.golden.update=true} writes them anew; look at
 * each that git shows as changed.
 */
final class GoldenPictures {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final byte[] LUMINANCES = {0, 0x55, (byte) 0xAA, (byte) 0xFF};

    private GoldenPictures() {}

    static boolean updating() {
        return Boolean.getBoolean("sem.golden.update");
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    static Picture read(String name, Depth depth) throws IOException {
        BufferedImage image = ImageIO.read(file(name).toFile());
        byte[] levels = new byte[Panel.ORIGINAL.width() * Panel.ORIGINAL.height()];
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                levels[y * Panel.ORIGINAL.width() + x] = (byte) ((image.getRGB(x, y) & 0xff) / 0x55);
            }
        }
        return new Picture(Panel.ORIGINAL.in(depth), levels);
    }

    static void write(String name, Picture picture) throws IOException {
        var greys = new IndexColorModel(2, 4, LUMINANCES, LUMINANCES, LUMINANCES);
        var image = new BufferedImage(
                Panel.ORIGINAL.width(), Panel.ORIGINAL.height(), BufferedImage.TYPE_BYTE_BINARY, greys);
        for (int y = 0; y < Panel.ORIGINAL.height(); y++) {
            for (int x = 0; x < Panel.ORIGINAL.width(); x++) {
                image.getRaster().setSample(x, y, 0, picture.level(x, y));
            }
        }
        Files.createDirectories(FOLDER);
        ImageIO.write(image, "png", file(name).toFile());
    }
}
