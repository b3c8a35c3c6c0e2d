package energy.sem.bridge.dsmrreader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import energy.sem.event.TelegramEvent;
import energy.sem.p1.Direction;

/**
 * The mean power of the last quarter hour, as DSMR-reader has it: between its first reading and the first one after it. One that was
 * not read from its start on is left out. Not thread-safe.
 */
final class QuarterPeak {
    /** A meter that speaks more seldom has no such figure. */
    private static final long EDGE_MILLIS = Duration.ofSeconds(60).toMillis();

    private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final int WH_SECONDS = 3600;

    private Instant from;
    private long fromWh;
    private Map<String, String> fields = Map.of();

    /** @param time how moments are written */
    void hear(TelegramEvent event, Function<Instant, String> time) {
        Long wh = event.electricity() == null
                ? null
                : event.electricity().registers().total(Direction.IMPORT);
        Instant at = event.at();
        if (wh == null || (from != null && quarter(at) == quarter(from))) {
            return;
        }
        boolean atEdge = Math.floorMod(at.toEpochMilli(), QUARTER_MILLIS) < EDGE_MILLIS;
        if (from != null && atEdge && quarter(at) == quarter(from) + 1 && wh >= fromWh) {
            BigDecimal kw = BigDecimal.valueOf((wh - fromWh) * WH_SECONDS)
                    .divide(BigDecimal.valueOf(Duration.between(from, at).toSeconds() * 1000), 3, RoundingMode.HALF_UP);
            Map<String, String> all = new LinkedHashMap<>();
            all.put("read_at_start", time.apply(from));
            all.put("read_at_end", time.apply(at));
            all.put("average_delivered", kw.toPlainString());
            fields = all;
        }
        from = atEdge ? at : null;
        fromWh = wh;
    }

    private static long quarter(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), QUARTER_MILLIS);
    }

    /** The figures; empty before a whole quarter hour was read. */
    Map<String, String> fields() {
        return fields;
    }
}
