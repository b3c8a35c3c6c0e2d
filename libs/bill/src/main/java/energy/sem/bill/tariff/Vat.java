package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value-added tax of a component.
 *
 * @param percent 0 for none
 * @param included whether the price is written with it
 */
public record Vat(BigDecimal percent, boolean included) {
    /** No VAT. */
    public static final Vat NONE = new Vat(BigDecimal.ZERO, false);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Decimals of the one figure that cannot be exact: what a price with VAT is without. */
    private static final int DECIMALS = 12;

    /** With VAT, exact: what is paid. */
    public BigDecimal paid(BigDecimal amount) {
        return included ? amount : amount.add(amount.multiply(percent).movePointLeft(2));
    }

    /** Without VAT: exact where prices are written so, else to 12 decimals. */
    public BigDecimal without(BigDecimal amount) {
        return included && percent.signum() != 0
                ? amount.multiply(HUNDRED).divide(HUNDRED.add(percent), DECIMALS, RoundingMode.HALF_UP)
                : amount;
    }
}
