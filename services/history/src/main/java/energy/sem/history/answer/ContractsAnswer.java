package energy.sem.history.answer;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The contracts of a meter.
 *
 * @param meter its name
 * @param contracts by utility and first day; those that do not count last
 */
public record ContractsAnswer(String meter, List<AgreedContract> contracts) {
    public ContractsAnswer {
        contracts = List.copyOf(contracts);
    }

    /**
     * A contract.
     *
     * @param name its name
     * @param said where it is said: {@code settings}, {@code file}, or {@code page}, which alone can be changed here
     * @param utility {@code electricity}, {@code gas} or {@code water}; absent when it cannot be read
     * @param from its first day; absent as {@code utility}
     * @param until the day after its last; absent while it goes on until the next one
     * @param sets grid and levies that it lies on; absent without
     * @param fault why it does not count, as a sentence; absent when it does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgreedContract(
            String name,
            String said,
            String utility,
            LocalDate from,
            LocalDate until,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sets,
            String fault) {
        public AgreedContract {
            sets = List.copyOf(sets);
        }
    }
}
