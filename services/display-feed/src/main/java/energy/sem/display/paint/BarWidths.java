package energy.sem.display.paint;

/**
 * How wide bars are: a slot for each, the bar in its middle, the period before wider behind it, or as a cap.
 *
 * @param slots that a period has at least
 * @param slot a slot's width, in the unit of the other two
 * @param bar the bar's part of it
 * @param behind the part of the period before; 0 where bars are so narrow that they would turn to mud: it has caps then
 */
record BarWidths(int slots, int slot, int bar, int behind) {

    /** The width of a slot where so many bars share so many pixels. */
    int slotPixels(int room, int count) {
        return room / Math.max(slots, count);
    }

    /** The width of a bar. */
    int barPixels(int room) {
        return room / slots * bar / slot;
    }

    /** The width of the bar behind it. */
    int behindPixels(int room) {
        return room / slots * behind / slot;
    }

    /** Whether the period before has caps instead. */
    boolean caps() {
        return behind == 0;
    }
}
