package energy.sem.p1;

/** Which country's and which edition's P1 a telegram speaks, recognised from the telegram itself. */
public enum Dialect {
    /** Netherlands, DSMR 2.2: no CRC, no version line, powers with four digits before the point. */
    DSMR_2_2,
    /** Netherlands, DSMR 3: no CRC, no version line. */
    DSMR_3,
    /** Netherlands, DSMR 4.0 to 4.2: {@code 1-3:0.2.8(4x)}. */
    DSMR_4,
    /** Netherlands, DSMR 5: {@code 1-3:0.2.8(5x)}. */
    DSMR_5,
    /** Belgium, e-MUCS 1.0 to 1.3: {@code 0-0:96.1.4(50210)} to {@code (50213)}. */
    EMUCS_1_3,
    /** Belgium, e-MUCS 1.4 to 1.6: {@code 0-0:96.1.4(50214)} to {@code (50216)}. */
    EMUCS_1_4,
    /** Belgium, e-MUCS 1.7: {@code 0-0:96.1.4(50217)}; with the month peaks of the capacity tariff. */
    EMUCS_1_7,
    /** Belgium, e-MUCS 2.0 and newer: {@code 0-0:96.1.4(50220)} and up. */
    EMUCS_2_1,
    /** Luxembourg, "Smarty": the serial is in {@code 0-0:42.0.0}, totals without tariffs; encrypted on the wire. */
    LUXEMBOURG,
    /** Sweden, HAN H1: totals without tariffs, reactive energy, no version line. */
    SWEDEN,
    /** Austria: energies in Wh and powers in W. */
    AUSTRIA,
    /** Hungary: {@code 0-0:96.50.68} and a {@code 0-0:98.1.0} of its own. */
    HUNGARY,
    /** A heat meter's own P1 port ("Warmtelink"): no electricity at all, whatever version it states. */
    HEAT,
    /** None of these (Lithuania, Switzerland, Germany …); everything that is understood is there all the same. */
    OTHER;

    /** Whether this is one of the Belgian editions, where the version is in {@code 0-0:96.1.4}. */
    public boolean isBelgian() {
        return this == EMUCS_1_3 || this == EMUCS_1_4 || this == EMUCS_1_7 || this == EMUCS_2_1;
    }
}
