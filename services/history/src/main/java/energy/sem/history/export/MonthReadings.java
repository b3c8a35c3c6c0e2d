package energy.sem.history.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.answer.RegisterReading;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.Details;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.period.Until;
import energy.sem.history.store.Meter;

/**
 * Each month as an invoice shows it: every register at its begin and its end and what lies between, then the peak and, with
 * contracts, the cost.
 */
@Singleton
class MonthReadings implements ExportTable {
    /** As the names of answers end, whatever their case. */
    private static final List<String> UNITS = List.of("kWh", "kvarh", "m3", "GJ");

    private final PeriodAnswers answers;
    private final Household household;

    MonthReadings(PeriodAnswers answers, Household household) {
        this.answers = answers;
        this.household = household;
    }

    @Override
    public String word() {
        return "months";
    }

    @Override
    public List<String> header() {
        return List.of("month", "from", "to", "serial", "register", "begin", "end", "used", "unit", "estimated");
    }

    @Override
    public void write(Meter meter, Rows rows) throws IOException {
        Optional<YearMonth> first = QuarkusTransaction.requiringNew()
                .call(() -> Counter.firstMilli(meter, answers.counters(meter)))
                .map(milli -> YearMonth.from(Instant.ofEpochMilli(milli).atZone(household.zone())));
        if (first.isEmpty()) {
            return;
        }
        YearMonth running = YearMonth.from(household.now().atZone(household.zone()));
        for (YearMonth month = first.get(); !month.isAfter(running); month = month.plusMonths(1)) {
            Span span = Span.between(
                    month.atDay(1).atStartOfDay(household.zone()),
                    month.plusMonths(1).atDay(1).atStartOfDay(household.zone()));
            PeriodAnswer answer = QuarkusTransaction.requiringNew()
                    .call(() -> answers.range(meter, span, Step.of("P1M"), Until.of("last-quarter"), Details.of(null)));
            month(month, answer, rows);
        }
    }

    private static void month(YearMonth month, PeriodAnswer answer, Rows rows) throws IOException {
        Line line = new Line(month, rows);
        List<RegisterReading> ends = answer.registers().to();
        for (int i = 0; i < ends.size(); i++) {
            RegisterReading begin = answer.registers().from().get(i);
            RegisterReading end = ends.get(i);
            boolean estimated = Boolean.TRUE.equals(begin.estimated()) || Boolean.TRUE.equals(end.estimated());
            Map<String, BigDecimal> before = values(begin);
            for (Map.Entry<String, BigDecimal> each : values(end).entrySet()) {
                BigDecimal from = before.get(each.getKey());
                line.write(
                        begin.at(),
                        end.at(),
                        end.serial(),
                        each.getKey(),
                        from,
                        each.getValue(),
                        from == null ? null : each.getValue().subtract(from),
                        unit(each.getKey()),
                        estimated);
            }
        }
        if (answer.total().peakKw() != null) {
            line.write(
                    answer.total().peakFrom(),
                    answer.total().peakTo(),
                    null,
                    "peak",
                    null,
                    null,
                    answer.total().peakKw(),
                    "kW",
                    null);
        }
        if (answer.total().costs() != null) {
            line.write(
                    answer.from(),
                    answer.to(),
                    null,
                    "cost",
                    null,
                    null,
                    answer.total().costs().total(),
                    answer.total().costs().currency(),
                    null);
        }
    }

    private record Line(YearMonth month, Rows rows) {
        void write(
                OffsetDateTime from,
                OffsetDateTime to,
                String serial,
                String register,
                BigDecimal begin,
                BigDecimal end,
                BigDecimal used,
                String unit,
                Boolean estimated)
                throws IOException {
            rows.row(Arrays.asList(month.toString(), from, to, serial, register, begin, end, used, unit, estimated));
        }
    }

    /** The values of a device by the names that answers have for them, in their order. */
    private static Map<String, BigDecimal> values(RegisterReading reading) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        if (reading.energy() != null) {
            values.putAll(reading.energy());
        }
        if (reading.m3() != null) {
            values.put(reading.kind() + "M3", reading.m3());
        }
        if (reading.gj() != null) {
            values.put(reading.kind() + "Gj", reading.gj());
        }
        return values;
    }

    private static String unit(String name) {
        return UNITS.stream()
                .filter(unit -> name.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }
}
