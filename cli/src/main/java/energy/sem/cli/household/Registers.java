package energy.sem.cli.household;

/**
 * What the meter and its two M-Bus devices have counted since they were placed. Energies are kept in watt-seconds so
 * that no rounding adds up; the meter shows whole Wh of each register.
 *
 * @param importT1Ws from the grid in tariff 1, watt-seconds
 * @param importT2Ws from the grid in tariff 2, watt-seconds
 * @param exportT1Ws to the grid in tariff 1, watt-seconds
 * @param exportT2Ws to the grid in tariff 2, watt-seconds
 * @param gasLitres gas, litres
 * @param waterLitres water, litres
 */
record Registers(long importT1Ws, long importT2Ws, long exportT1Ws, long exportT2Ws, long gasLitres, long waterLitres) {
    static final Registers ZERO = new Registers(0, 0, 0, 0, 0, 0);

    private static final long WS_A_WH = 3600;

    /** Both tariffs' energy from the grid as the meter shows it: the sum of the whole Wh. */
    long importWh() {
        return importT1Ws / WS_A_WH + importT2Ws / WS_A_WH;
    }

    static long wh(long wattSeconds) {
        return wattSeconds / WS_A_WH;
    }
}
