package energy.sem.history.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

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

    /**
     * Names of meters, in their order.
     *
     * @param among of these only; empty for all
     * @param part which the name, or a device's serial number, has in it, in whatever case; ASCII
     * @param after of those behind this one only; ASCII
     * @param most at most so many
     */
    public List<String> names(Optional<Set<String>> among, String part, String after, int most) {
        String condition = (after.isEmpty() ? "" : " and m.name > :after")
                + (part.isEmpty()
                        ? ""
                        : " and (m.name like :part escape '!'"
                                + " or exists (select 1 from m.devices d where lower(d.serial) like :part escape '!'))")
                + (among.isPresent() ? " and m.name in :among" : "");
        TypedQuery<String> query = meters.getEntityManager()
                .createQuery(
                        "select m.name from MeterEntity m where m.id > 0" + condition + " order by m.name",
                        String.class)
                .setMaxResults(most);
        if (!after.isEmpty()) {
            query.setParameter("after", after);
        }
        if (!part.isEmpty()) {
            query.setParameter("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        among.ifPresent(names -> query.setParameter("among", names));
        return query.getResultList();
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

    /** Those of these names, by their names; one that is not there is left out. */
    public Map<String, Meter> named(Collection<String> names) {
        List<String> possible = names.stream().filter(NAME.asMatchPredicate()).toList();
        // No stream of the query: it takes rows of one meter together only where they follow each other, and MariaDB
        // joins small tables in any order.
        return meters.list("from MeterEntity m left join fetch m.devices where m.name in ?1", possible).stream()
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
