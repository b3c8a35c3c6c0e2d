package energy.sem.display.raster;

import java.util.Arrays;
import java.util.Objects;

/**
 * A finished picture in landscape, immutable. Levels are luminances: 0 black, 1 dark grey, 2 light grey, 3 white; a
 * picture of {@link Depth#MONO} has 0 and 3 only.
 */
public final class Picture {
    /** Width of the panel in landscape, in pixels. */
    public static final int WIDTH = 480;
    /** Height of the panel in landscape, in pixels. */
    public static final int HEIGHT = 280;

    private final Depth depth;
    private final byte[] levels;

    /**
     * @param depth what the picture was drawn for
     * @param levels row by row from the top, {@code WIDTH * HEIGHT} of them; taken as they are now
     * @throws IllegalArgumentException for another size, or a level that the depth does not have
     */
    public Picture(Depth depth, byte[] levels) {
        this.depth = Objects.requireNonNull(depth, "depth");
        if (levels.length != WIDTH * HEIGHT) {
            throw new IllegalArgumentException("a picture has " + WIDTH * HEIGHT + " pixels, not " + levels.length);
        }
        this.levels = levels.clone();
        for (byte level : this.levels) {
            if (level < 0 || level > 3 || (depth == Depth.MONO && level != 0 && level != 3)) {
                throw new IllegalArgumentException(depth + " has no level " + level);
            }
        }
    }

    /** What it was drawn for. */
    public Depth depth() {
        return depth;
    }

    /** The luminance, 0 to 3, of the pixel {@code x} from the left and {@code y} from the top. */
    public int level(int x, int y) {
        Objects.checkIndex(x, WIDTH);
        Objects.checkIndex(y, HEIGHT);
        return levels[y * WIDTH + x];
    }

    /** A copy of all levels, row by row from the top: for encoders. */
    public byte[] levels() {
        return levels.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && depth == that.depth && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return 31 * depth.hashCode() + Arrays.hashCode(levels);
    }
}
