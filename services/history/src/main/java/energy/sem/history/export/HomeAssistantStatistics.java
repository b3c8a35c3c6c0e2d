package energy.sem.history.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.history.calendar.Edges;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.p1.Register;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * Hourly statistics as klausj1/homeassistant-statistics reads them: at the start of each hour the register as it stood at its
 * end, and the sum since the first hour, which goes on over a replaced meter. Times are UTC, since a local hour of the October
 * night is two. An hour whose end lies in a gap is left out: the next one's sum holds it.
 */
@Singleton
class HomeAssistantStatistics implements ExportTable {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withZone(ZoneOffset.UTC);
    private static final int HOURS_AT_A_TIME = 1000;

    private final PeriodAnswers answers;
    private final QuarterRows rows;
    private final Household household;

    HomeAssistantStatistics(PeriodAnswers answers, QuarterRows rows, Household household) {
        this.answers = answers;
        this.rows = rows;
        this.household = household;
    }

    @Override
    public String word() {
        return "home-assistant";
    }

    @Override
    public List<String> header() {
        return List.of("statistic_id", "unit", "start", "state", "sum");
    }

    @Override
    public void write(Meter meter, Rows out) throws IOException {
        List<Counter> counters = QuarkusTransaction.requiringNew().call(() -> answers.counters(meter)).stream()
                .filter(each -> each.device().kind() != Kind.OTHER)
                .toList();
        Optional<Span> hours = Extent.hours(meter, counters, household.zone());
        if (hours.isEmpty()) {
            return;
        }
        List<Statistic> statistics = statistics(meter.name(), counters);
        for (Edges edges = new Edges(hours.get(), Step.of("PT1H")); edges.hasNext(); ) {
            int[] some = edges.next(HOURS_AT_A_TIME);
            Map<Integer, QuarterSeries> series = series(counters, some[0], some[some.length - 1]);
            for (int i = 1; i < some.length; i++) {
                for (Statistic each : statistics) {
                    each.write(series.get(each.counter.id()), some[i - 1], some[i], out);
                }
            }
        }
    }

    private Map<Integer, QuarterSeries> series(List<Counter> counters, int from, int to) {
        Map<Integer, Bounds> touched = new HashMap<>();
        counters.stream().filter(each -> each.touches(from, to)).forEach(each -> touched.put(each.id(), each.bounds()));
        return rows.between(touched, from, to);
    }

    private static List<Statistic> statistics(String meter, List<Counter> counters) {
        List<Statistic> statistics = new ArrayList<>();
        Map<String, Sum> sums = new TreeMap<>();
        for (Counter counter : counters) {
            long beside = counters.subList(0, counters.indexOf(counter)).stream()
                    .filter(other -> other.device().kind() == counter.device().kind()
                            && other.bounds().lastAtMilli() > counter.bounds().firstAtMilli())
                    .count();
            for (Register register : shown(counter.bounds().registers().keySet())) {
                String id = "sem:" + meter + "_" + name(counter.device().kind(), register)
                        + (beside == 0 ? "" : "_" + (beside + 1));
                statistics.add(new Statistic(id, register, counter, sums.computeIfAbsent(id, any -> new Sum())));
            }
        }
        return statistics;
    }

    /** Tariffs, or the total of a direction without tariffs: never both, or all would count twice. */
    private static List<Register> shown(Set<Register> has) {
        return has.stream()
                .filter(register -> !register.isTotal()
                        || Register.tariffs(register.direction()).stream().noneMatch(has::contains))
                .sorted()
                .toList();
    }

    private static String name(Kind kind, Register register) {
        String counted = register.column().replaceFirst("_[a-z]+$", "").toLowerCase(Locale.ROOT);
        return kind == Kind.ELECTRICITY ? counted : kind == Kind.SUBMETER ? "submeter_" + counted : kind.word();
    }

    private static final class Sum {
        private long counted;
    }

    private static final class Statistic {
        private final String id;
        private final Register register;
        private final Counter counter;
        private final Sum sum;
        private Long before;

        Statistic(String id, Register register, Counter counter, Sum sum) {
            this.id = id;
            this.register = register;
            this.counter = counter;
            this.sum = sum;
        }

        void write(QuarterSeries series, int start, int end, Rows out) throws IOException {
            if (series == null) {
                return;
            }
            if (before == null) {
                before = series.edge(register, start).map(EdgeValue::value).orElse(null);
            }
            EdgeValue at = series.edge(register, end).orElse(null);
            if (before == null
                    || at == null
                    || !at.bracketedWithin(counter.device().kind().gapMilli())) {
                return;
            }
            sum.counted += at.value() - before;
            before = at.value();
            out.row(List.of(id, unit(), START.format(QuarterHours.start(start)), kilo(at.value()), kilo(sum.counted)));
        }

        private String unit() {
            return switch (register.unit()) {
                case WH -> "kWh";
                case VARH -> "kvarh";
                case LITRE -> "m³";
                case MJ -> "GJ";
            };
        }

        private static BigDecimal kilo(long value) {
            return BigDecimal.valueOf(value, 3);
        }
    }
}
