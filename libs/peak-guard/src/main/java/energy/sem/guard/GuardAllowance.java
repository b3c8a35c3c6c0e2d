package energy.sem.guard;

/**
 * What the guard tells a charger.
 *
 * @param allowedImportW import that the whole household may take now, W; at least 1, because 0 means "no limit" to evcc
 * @param projectedW what the quarter hour ends at when the present import stays, W
 * @param targetW what it shall end at, W
 * @param secondsLeft until its end, 1 to 900
 * @param lost whether the target is passed already, whatever happens
 */
public record GuardAllowance(int allowedImportW, int projectedW, int targetW, int secondsLeft, boolean lost) {}
