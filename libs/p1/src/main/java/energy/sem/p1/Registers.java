package energy.sem.p1;

/**
 * The meter's totals since it was installed, in Wh. Import is from the grid, export to the grid. Tariffs are numbers,
 * because 1 and 2 mean opposite things: 1 is day in Belgium (e-MUCS 1.3) and low in the Netherlands (P1-502 7.1).
 *
 * @param importT1Wh {@code 1-0:1.8.1}, or null
 * @param importT2Wh {@code 1-0:1.8.2}, or null
 * @param importWh {@code 1-0:1.8.0}, the total of a meter that counts one (LU, SE, AT), or null; never computed here
 * @param exportT1Wh {@code 1-0:2.8.1}, or null
 * @param exportT2Wh {@code 1-0:2.8.2}, or null
 * @param exportWh {@code 1-0:2.8.0}, or null; never computed here
 */
public record Registers(
        Long importT1Wh, Long importT2Wh, Long importWh, Long exportT1Wh, Long exportT2Wh, Long exportWh) {

    /** No register at all. */
    public static final Registers NONE = new Registers(null, null, null, null, null, null);
}
