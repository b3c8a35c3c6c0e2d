package energy.sem.display.view;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Candidates for the three facts beside the headline; null means not known or not there (no gas meter, no contract).
 *
 * @param grid electricity from and to the grid
 * @param peaks the highest demands
 * @param gasLitre use of gas
 * @param waterLitre use of water
 * @param costCent cost of the period in cents; negative when export earned more than import cost
 * @param prices of a kWh, in the running day
 * @param freeW how much more the home could take than in the last full quarter hour without a new peak of the month, in the
 *     running day; negative beyond it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        @JsonUnwrapped GridEnergy grid,
        @JsonUnwrapped Peaks peaks,
        Long gasLitre,
        Long waterLitre,
        Long costCent,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoPrices.class) Prices prices,
        Long freeW) {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(GridEnergy.NONE, Peaks.NONE, null, null, null, Prices.NONE, null);

    /** Lets JSON leave out prices that are not known. */
    static final class NoPrices {
        @Override
        public boolean equals(Object other) {
            return other == null || Prices.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return Prices.NONE.hashCode();
        }
    }

    /** Without prices. */
    public Facts(GridEnergy grid, Peaks peaks, Long gasLitre, Long waterLitre, Long costCent) {
        this(grid, peaks, gasLitre, waterLitre, costCent, Prices.NONE, null);
    }

    public Facts {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(peaks, "peaks");
        Objects.requireNonNull(prices, "prices");
    }
}
