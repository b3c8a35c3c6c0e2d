package energy.sem.guard.simulated;

/** What stands between the guard's number and a charger: evcc, Home Assistant, a Victron, or nothing. */
interface Control {

    /**
     * One second.
     *
     * @param second a running number
     * @param allowedImportW the guard's
     * @param importW of the household with its car, as the same telegram has it
     */
    void second(long second, int allowedImportW, int importW, Charger charger);
}
