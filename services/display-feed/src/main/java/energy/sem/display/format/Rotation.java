package energy.sem.display.format;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a picture lies in a panel's memory. That of the 3.7" is portrait: 280 columns, 480 rows. The names
 * and angles are Waveshare's (GUI_Paint.h); GxEPD2's rotation 3 is 270 and 1 is 90.
 */
public enum Rotation {
    /** Plain landscape rows from the top left, for drivers that rotate by themselves. */
    NONE(0),
    /** The panel upside down: landscape (x, y) is the panel's column 279 − y in row x. */
    QUARTER(90),
    /** Waveshare's own demo orientation: landscape (x, y) is the panel's column y in row 479 − x. */
    THREE_QUARTERS(270);

    private final int degrees;

    Rotation(int degrees) {
        this.degrees = degrees;
    }

    /** The angle in addresses: {@code ?rot=270}. */
    public int degrees() {
        return degrees;
    }

    /** The rotation by this angle; empty when there is none. */
    public static Optional<Rotation> of(String degrees) {
        return Stream.of(values())
                .filter(rotation -> String.valueOf(rotation.degrees).equals(degrees))
                .findFirst();
    }
}
