package energy.sem.p1;

/**
 * The meter's totals since it was installed, in Wh. Import is from the grid, export to the grid. Tariffs are numbers,
 * because 1 and 2 mean opposite things: 1 is day in Belgium (e-MUCS 1.3) and low in the Netherlands (P1-502 7.1).
 *
 * <p>A meter with more than two tariffs has the others among {@link Telegram#others()}, and its total here.
 *
 * @param importT1Wh Wh, {@code 1-0:1.8.1} (P1-502 6.12), or null
 * @param importT2Wh Wh, {@code 1-0:1.8.2} (P1-502 6.12), or null
 * @param importWh Wh, {@code 1-0:1.8.0} (Luxmetering P1, HAN H1), the total of a meter that sends one, or null; never computed here
 * @param exportT1Wh Wh, {@code 1-0:2.8.1} (P1-502 6.12), or null
 * @param exportT2Wh Wh, {@code 1-0:2.8.2} (P1-502 6.12), or null
 * @param exportWh Wh, {@code 1-0:2.8.0} (Luxmetering P1, HAN H1), or null; never computed here
 */
public record Registers(
        Long importT1Wh, Long importT2Wh, Long importWh, Long exportT1Wh, Long exportT2Wh, Long exportWh) {

    /** No register at all. */
    public static final Registers NONE = new Registers(null, null, null, null, null, null);
}
