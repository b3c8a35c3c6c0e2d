package energy.sem.display.cache;

import java.time.Instant;
import java.util.Optional;

import energy.sem.display.view.View;

/**
 * What a device is given.
 *
 * @param view what the picture shows
 * @param offset how many periods away from the running one it is, at this moment
 * @param picture the bytes
 * @param clamped whether it is not quite what was asked for: the offset lay outside the data
 * @param lastReadingAt the meter's newest reading; empty when not known
 */
public record PictureAnswer(
        View view, int offset, EncodedPicture picture, boolean clamped, Optional<Instant> lastReadingAt) {}
