package energy.sem.p1;

/**
 * Powers with a sign, of meters that write one although each direction has an object of its own: what flows the other way is
 * said of that one. {@link Unsaid#INT} is a power that was not said.
 */
final class SignedPowers {

    private SignedPowers() {}

    /** What is taken from the grid: never negative. */
    static int importW(int importW, int exportW) {
        if (importW != Unsaid.INT) {
            return Math.max(importW, 0);
        }
        return exportW != Unsaid.INT && exportW < 0 ? -exportW : Unsaid.INT;
    }

    /** What is given to it. A negative one beside no import is written from the household's side; beside import it mirrors that. */
    static int exportW(int importW, int exportW) {
        boolean givesByImport = importW != Unsaid.INT && importW < 0;
        if (exportW == Unsaid.INT) {
            return givesByImport ? -importW : Unsaid.INT;
        }
        if (exportW < 0) {
            return importW != Unsaid.INT && importW <= 0 ? -exportW : 0;
        }
        return givesByImport ? Math.max(exportW, -importW) : exportW;
    }
}
