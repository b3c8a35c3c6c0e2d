package energy.sem.bill.check;

import java.math.BigDecimal;

/**
 * A number that is allowed and looks odd.
 *
 * @param reason why it is asked about
 * @param line which line of the contract, or the index that has no values
 * @param number what it comes to: euro a {@code unit}, or how many times the day-ahead price; {@code null} for an index
 * @param unit of the number, such as EUR/kWh; {@code null} where it is none
 * @param written the unit that the contract has it in, or the percentage of its VAT; {@code null} for an index
 * @param detail the same as a sentence in English
 */
public record Question(Reason reason, String line, BigDecimal number, String unit, String written, String detail) {
    /** Why a number is asked about. */
    public enum Reason {
        /** It looks as if it were in another unit. */
        UNIT("unit"),
        /** The same of a formula, at a day-ahead price of 100 EUR/MWh. */
        UNIT_OF_FORMULA("unit-of-formula"),
        /** VAT seems to be in the number, and is added once more. */
        VAT_TWICE("vat-twice"),
        /** VAT is said to be in the number and seems not to be. */
        VAT_MISSING("vat-missing"),
        /** An index without values. */
        NO_VALUES("no-values");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** Such as {@code vat-twice}. */
        public String word() {
            return word;
        }
    }
}
