package energy.sem.ingest.peak;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The month peaks' rows; merging the same statements again, in any order, changes nothing. */
@ApplicationScoped
public class MonthPeaks implements PanacheRepositoryBase<MonthPeakRow, MonthPeakId> {

    /** Merges what telegrams state; the caller holds the locks of the meters. */
    public void merge(Collection<StatedPeak> statements) {
        if (statements.isEmpty()) {
            return;
        }
        Set<Integer> deviceIds = new HashSet<>();
        Set<LocalDate> months = new HashSet<>();
        for (StatedPeak stated : statements) {
            deviceIds.add(stated.deviceId());
            months.add(stated.month());
        }
        Map<MonthPeakId, MonthPeakRow> rows = new HashMap<>();
        find("id.deviceId in ?1 and id.month in ?2", deviceIds, months).stream().forEach(row -> rows.put(row.id, row));
        for (StatedPeak stated : statements) {
            rows.computeIfAbsent(stated.id(), absent -> {
                        MonthPeakRow row = new MonthPeakRow(stated.deviceId(), stated.month());
                        persist(row);
                        return row;
                    })
                    .state(stated);
        }
    }
}
