package energy.sem.bridge.value;

import java.math.BigDecimal;

/**
 * Amounts, registers or costs by the two tariffs that others know and add up: of a meter without tariffs all is the first.
 *
 * @param first of tariff 1; null when it is not known
 * @param second of tariff 2; null when it is not known
 */
public record TwoTariffs(BigDecimal first, BigDecimal second) {

    /**
     * Of what is known.
     *
     * @param all of a meter without tariffs: the first, and the second is 0
     */
    public static TwoTariffs of(BigDecimal first, BigDecimal second, BigDecimal all) {
        return first != null || second != null ? new TwoTariffs(first, second) : ofAll(all);
    }

    /** Of a meter without tariffs. */
    public static TwoTariffs ofAll(BigDecimal all) {
        return new TwoTariffs(all, all == null ? null : BigDecimal.ZERO);
    }
}
