package energy.sem.history.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** Which meters and devices there are, and the month peaks they state. To be called within a transaction. */
@ApplicationScoped
public class Meters {
    /** The column is ASCII: MariaDB refuses to compare it with anything else. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");

    private final MeterRepository meters;
    private final MonthPeakRepository monthPeaks;

    Meters(MeterRepository meters, MonthPeakRepository monthPeaks) {
        this.meters = meters;
        this.monthPeaks = monthPeaks;
    }

    /** All meters in the order of their names. */
    public List<Meter> all() {
        return meters.list("from MeterEntity m left join fetch m.devices order by m.name").stream()
                .map(MeterEntity::toMeter)
                .toList();
    }

    /** The meter of this name. */
    public Optional<Meter> named(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return meters.find("from MeterEntity m left join fetch m.devices where m.name = ?1", name)
                .singleResultOptional()
                .map(MeterEntity::toMeter);
    }

    /** Those of these names, by their names; one that is not there yet is left out. */
    public Map<String, Meter> named(Collection<String> names) {
        return meters.find("from MeterEntity m left join fetch m.devices where m.name in ?1", names).stream()
                .map(MeterEntity::toMeter)
                .collect(Collectors.toMap(Meter::name, each -> each));
    }

    /** What these devices state of the months from {@code from} to before {@code to}, months without a peak left out. */
    public List<StatedPeak> statedPeaks(Collection<Integer> deviceIds, LocalDate from, LocalDate to) {
        if (deviceIds.isEmpty()) {
            return List.of();
        }
        return monthPeaks
                .list("deviceId in ?1 and month >= ?2 and month < ?3 order by month, deviceId", deviceIds, from, to)
                .stream()
                .map(Meters::stated)
                .filter(Objects::nonNull)
                .toList();
    }

    private static StatedPeak stated(MonthPeakEntity row) {
        if (row.finalW != null) {
            return new StatedPeak(row.deviceId, row.month, row.finalW, row.finalAt, true);
        }
        return row.runningW == null
                ? null
                : new StatedPeak(row.deviceId, row.month, row.runningW, row.runningAt, false);
    }
}
