package energy.sem.ingest.quarantine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict.Finding;
import energy.sem.ingest.meter.Meter;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The rows of values kept aside. */
@ApplicationScoped
public class Quarantine implements PanacheRepositoryBase<QuarantineRow, Long> {
    private static final int CAUSE_LENGTH = 40;
    private static final int DETAIL_LENGTH = 400;

    /** Keeps each finding of these events aside, once; the caller holds the locks of the meters. */
    public int keep(Collection<TelegramEvent> events, Map<String, Meter> meters) {
        List<QuarantineRow> rows = new ArrayList<>();
        Set<Integer> meterIds = new HashSet<>();
        Set<Long> times = new TreeSet<>();
        for (TelegramEvent event : events) {
            for (Finding finding : Findings.of(event).all()) {
                QuarantineRow row = row(meters.get(event.meter()).id(), event, finding);
                rows.add(row);
                meterIds.add(row.meterId);
                times.add(row.atMilli);
            }
        }
        if (rows.isEmpty()) {
            return 0;
        }
        Set<Key> known = new HashSet<>();
        find("meterId in ?1 and atMilli in ?2", meterIds, times).stream()
                .map(Key::of)
                .forEach(known::add);
        int kept = 0;
        for (QuarantineRow row : rows) {
            if (known.add(Key.of(row))) {
                persist(row);
                kept++;
            }
        }
        return kept;
    }

    /** Those of these values that have not been put back, the earliest first; at most so many. */
    public List<QuarantineRow> find(KeptAside which, int most) {
        StringBuilder query = new StringBuilder("from QuarantineRow r where restoredAtMilli is null"
                + " and meterId = (select m.id from Meter m where m.name = :meter)"
                + " and atMilli >= :from and atMilli < :to");
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "meter",
                which.meter(),
                "from",
                which.from().toEpochMilli(),
                "to",
                which.to().toEpochMilli()));
        which.serial().ifPresent(serial -> {
            query.append(" and serial = :serial");
            parameters.put("serial", serial);
        });
        which.cause().ifPresent(cause -> {
            query.append(" and cause = :cause and not exists (select 1 from QuarantineRow o"
                    + " where o.meterId = r.meterId and o.serial = r.serial and o.atMilli = r.atMilli"
                    + " and o.cause <> :cause and o.restoredAtMilli is null)");
            parameters.put("cause", cause);
        });
        return find(query.toString(), Sort.by("atMilli", "id"), parameters)
                .page(Page.ofSize(most))
                .list();
    }

    private static QuarantineRow row(int meterId, TelegramEvent event, Finding finding) {
        return new QuarantineRow(
                meterId,
                finding.serial() == null ? "" : finding.serial(),
                event.at().toEpochMilli(),
                atMost(CAUSE_LENGTH, finding.cause() == null ? "implausible" : finding.cause()),
                atMost(DETAIL_LENGTH, finding.detail() == null ? "" : finding.detail()),
                new String(EventJson.write(event), UTF_8));
    }

    private static String atMost(int length, String text) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** What makes a row this one; the database does not compare spaces at the end either. */
    private record Key(int meterId, String serial, long atMilli, String cause) {
        static Key of(QuarantineRow row) {
            return new Key(row.meterId, withoutSpacesBehind(row.serial), row.atMilli, withoutSpacesBehind(row.cause));
        }

        private static String withoutSpacesBehind(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return text.substring(0, end);
        }
    }
}
