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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        @JsonUnwrapped GridEnergy grid, @JsonUnwrapped Peaks peaks, Long gasLitre, Long waterLitre, Long costCent) {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(GridEnergy.NONE, Peaks.NONE, null, null, null);

    public Facts {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(peaks, "peaks");
    }
}
