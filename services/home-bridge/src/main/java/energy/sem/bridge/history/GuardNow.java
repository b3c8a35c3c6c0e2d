package energy.sem.bridge.history;

/**
 * What history's peak guard says of a meter.
 *
 * @param allowedImportW what the household may take now, W, at least 1
 * @param projectedW what the quarter hour ends at, W
 * @param targetW what it should end at, W
 * @param secondsLeft until its end, 1 to 900
 */
public record GuardNow(int allowedImportW, int projectedW, int targetW, int secondsLeft) {

    /** Whether all but the time is the same. */
    public boolean saysSameAs(GuardNow other) {
        return allowedImportW == other.allowedImportW && projectedW == other.projectedW && targetW == other.targetW;
    }
}
