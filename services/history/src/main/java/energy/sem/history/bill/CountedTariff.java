package energy.sem.history.bill;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.IntFunction;

import energy.sem.bill.sum.Lane;
import energy.sem.bill.sum.Usage;
import energy.sem.quarter.QuarterHours;

/**
 * Which tariff a meter counts in a quarter hour: what it counted, and of what is to come what it counted at that time of one of the
 * last four weeks. The meter's operator decides it, so nothing else knows.
 *
 * @param usage of these weeks
 * @param zone of the week
 */
record CountedTariff(Usage usage, ZoneId zone) implements IntFunction<Integer> {
    /** Weeks that are looked at. */
    static final int WEEKS = 4;

    @Override
    public Integer apply(int quarter) {
        LocalDateTime local = LocalDateTime.ofInstant(QuarterHours.start(quarter), zone);
        for (int weeks = 0; weeks <= WEEKS; weeks++) {
            int then = weeks == 0
                    ? quarter
                    : QuarterHours.of(local.minusWeeks(weeks).atZone(zone).toInstant());
            Integer tariff = then < usage.elapsed() ? at(then) : null;
            if (tariff != null) {
                return tariff;
            }
        }
        return null;
    }

    private Integer at(int quarter) {
        if (flows(Lane.IMPORT_T1, quarter) || flows(Lane.EXPORT_T1, quarter)) {
            return 1;
        }
        if (flows(Lane.IMPORT_T2, quarter) || flows(Lane.EXPORT_T2, quarter)) {
            return 2;
        }
        return flows(Lane.IMPORT_OTHER, quarter) || flows(Lane.EXPORT_OTHER, quarter) ? Integer.valueOf(0) : null;
    }

    private boolean flows(Lane lane, int quarter) {
        Long flowed = usage.between(lane, quarter, quarter + 1);
        return flowed != null && flowed > 0;
    }
}
