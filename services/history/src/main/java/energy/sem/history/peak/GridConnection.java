package energy.sem.history.peak;

/**
 * How a household is connected.
 *
 * @param phases 1 or 3
 * @param centiA what each carries, hundredths of an ampere
 */
public record GridConnection(int phases, long centiA) {
    private static final int VOLT = 230;

    /** Of three phases without a neutral (230 V between them) each carries less power: the square root of 3, not 3, in all. */
    private static final long THREE_WITHOUT_NEUTRAL_THOUSANDTHS = 1732;

    /** The connection of a setting such as {@code 3x40A}, whose form has been checked at the start. */
    public static GridConnection of(String setting) {
        int x = setting.indexOf('x');
        return new GridConnection(
                Integer.parseInt(setting.substring(0, x)),
                100L * Integer.parseInt(setting.substring(x + 1, setting.length() - 1)));
    }

    /** The usual one of a home whose meter speaks of so many phases: 40 A on one, 25 A on three, or when it speaks of none. */
    public static GridConnection usual(int phases) {
        return phases == 1 ? new GridConnection(1, 4000) : new GridConnection(3, 2500);
    }

    /**
     * What it carries, W.
     *
     * @param withoutNeutral whether a grid of three phases has 230 V between them
     */
    public int watts(boolean withoutNeutral) {
        long phasesThousandths = phases == 3 && withoutNeutral ? THREE_WITHOUT_NEUTRAL_THOUSANDTHS : 1000L * phases;
        return (int) Math.min(Integer.MAX_VALUE, phasesThousandths * VOLT * centiA / 100_000);
    }
}
