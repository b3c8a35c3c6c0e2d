package energy.sem.bridge.alarm.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What history knows of a meter. Answers are kept for some minutes; an empty list is "not known now". */
public interface Past {

    /**
     * An hour or a quarter hour.
     *
     * @param from its start
     * @param importKwh from the grid; {@code null} when it is not known, as are the others
     * @param estimated whether an edge of it was not read
     */
    record Bucket(
            Instant from,
            BigDecimal importKwh,
            BigDecimal exportKwh,
            BigDecimal gasM3,
            BigDecimal waterM3,
            boolean estimated) {}

    /** The last full hours, oldest first. */
    List<Bucket> hours(String meter, int count);

    /** The quarter hours of the last days, oldest first. */
    List<Bucket> quarters(String meter, int days);

    /** The names of all meters that history has; empty when nobody knows. */
    Optional<Set<String>> meters();

    /**
     * Words for what is wrong with the installation: of backups {@code backup-failed}, {@code backup-late}, {@code drill-failed},
     * {@code drill-late}; of storing {@code kept-aside}, {@code no-room}, {@code other-zone}; {@code null} when nobody knows.
     */
    List<String> troubles();

    /**
     * Something that is wrong, as {@code semctl doctor} says it, in English.
     *
     * @param check by which it was found
     * @param what is wrong
     * @param advice what to do; empty where there is none
     */
    record Fault(String check, String what, String advice) {}

    /** What doctor found when it looked last; empty when nobody knows, or its look is of long ago. */
    Optional<List<Fault>> faults();

    /** What a kWh costs in the running quarter hour, EUR; empty where that is not known. */
    Optional<BigDecimal> priceNow(String meter);
}
