package energy.sem.display.raster;

import java.util.Arrays;
import java.util.Objects;

/**
 * A finished picture as it hangs, immutable. Levels are luminances, from 0, black, to {@link Depth#white}: in four greys 1
 * is dark grey and 2 light grey; a picture of {@link Depth#MONO} has 0 and 3 only.
 */
public final class Picture {
    private final Panel panel;
    private final byte[] levels;

    /**
     * @param panel what the picture was drawn for
     * @param levels row by row from the top, one for each pixel of the panel; taken as they are now
     * @throws IllegalArgumentException for another size, or a level that the depth does not have
     */
    public Picture(Panel panel, byte[] levels) {
        this.panel = Objects.requireNonNull(panel, "panel");
        int pixels = panel.width() * panel.height();
        if (levels.length != pixels) {
            throw new IllegalArgumentException("a picture has " + pixels + " pixels, not " + levels.length);
        }
        this.levels = levels.clone();
        if (!panel.depth().has(this.levels)) {
            refuse(panel.depth(), this.levels);
        }
    }

    private static void refuse(Depth depth, byte[] levels) {
        for (byte level : levels) {
            if (!depth.has(level)) {
                throw new IllegalArgumentException(depth + " has no level " + level);
            }
        }
    }

    /** What it was drawn for. */
    public Panel panel() {
        return panel;
    }

    /** Its luminances. */
    public Depth depth() {
        return panel.depth();
    }

    /** Pixels in a row. */
    public int width() {
        return panel.width();
    }

    /** Rows. */
    public int height() {
        return panel.height();
    }

    /** The luminance of the pixel {@code x} from the left and {@code y} from the top. */
    public int level(int x, int y) {
        Objects.checkIndex(x, width());
        Objects.checkIndex(y, height());
        return levels[y * width() + x];
    }

    /** A copy of all levels, row by row from the top: for encoders. */
    public byte[] levels() {
        return levels.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && panel.equals(that.panel) && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return 31 * panel.hashCode() + Arrays.hashCode(levels);
    }
}
