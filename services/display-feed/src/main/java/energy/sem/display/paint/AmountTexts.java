package energy.sem.display.paint;

import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/** Exact amounts as texts: as many decimals as are worth reading from where the picture hangs. */
final class AmountTexts {
    /** One unit (kWh, m³) in thousandths. */
    private static final long UNIT = 1000;

    private final Phrases phrases;

    AmountTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The symbol of a thousand of the utility's units. */
    static String unit(Utility utility) {
        return utility == Utility.ELECTRICITY ? "kWh" : "m³";
    }

    /**
     * The headline's number. Electricity of a month or year is whole kWh: its picture then changes a few times a day and
     * not every quarter hour.
     */
    String headline(Utility utility, Period period, long amount) {
        if (utility == Utility.ELECTRICITY && period.coarse()) {
            return phrases.numbers().thousandths(amount, 0);
        }
        return upToThreeDigits(amount);
    }

    /** Energy or volume with its unit. */
    String amount(Utility utility, long amount) {
        return upToThreeDigits(amount) + " " + unit(utility);
    }

    private String upToThreeDigits(long amount) {
        return phrases.numbers().thousandths(amount, decimals(amount, UNIT, 100 * UNIT));
    }

    /** W as kW. */
    String power(long watt) {
        return phrases.numbers().thousandths(watt, decimals(watt, 10 * UNIT, 100 * UNIT)) + " kW";
    }

    /** Thousandths of a euro as cents with one decimal. */
    String price(long milliEuro) {
        String number = phrases.numbers().thousandths(Math.abs(milliEuro) * 100, 1);
        return (milliEuro < 0 ? "\u2212" : "") + number + " c";
    }

    /** Cents as euros; whole ones for the same reason as in a headline, and from a thousand on. */
    String cost(Period period, long cent) {
        long size = Math.abs(cent);
        boolean whole = period.coarse() || size >= 100_000;
        String number = phrases.numbers().hundredths(size, whole ? 0 : 2);
        String money = phrases.text("money", number);
        boolean earned = cent < 0 && (!whole || size >= 50);
        return earned ? "\u2212" + money : money;
    }

    /** Two decimals below one limit and one below the other, as it will be after rounding. */
    private static int decimals(long value, long two, long one) {
        long size = Math.abs(value);
        if (size == 0) {
            return 0;
        }
        if (size < two - 5) {
            return 2;
        }
        return size < one - 50 ? 1 : 0;
    }
}
