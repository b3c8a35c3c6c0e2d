package energy.sem.history.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Billing;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.history.bill.BillInputs.Inputs;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.period.Details;
import energy.sem.history.period.LongMeters;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.period.Until;
import energy.sem.history.period.Wired;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.SpotPrices;
import energy.sem.local.test.TestServices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bills of a year and of ten under a contract that follows each quarter hour's price, beside the same bills under one without such
 * prices, beside the year view and beside ten years' months without costs: all in turn, in one run. The command is in docs/performance.md.
 */
@EnabledIfSystemProperty(named = "sem.test.benchmarks", matches = "true")
class BillBenchmark {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NOW = Instant.parse("2026-12-31T22:10:03Z");
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 21;

    @Test
    void a_year_of_quarter_hour_prices_takes_little() throws Exception {
        TestServices.get().migrate();
        Meter ten = LongMeters.write("billten", 3650, NOW);
        prices();
        DataSource source = Wired.source();
        Household household = new Household(Clock.fixed(NOW, BRUSSELS));
        PeriodAnswers periods = Wired.answers(source, household, List.of());
        BillInputs inputs = new BillInputs(
                null,
                (meter, counters, first, last) -> Map.of(),
                periods,
                new QuarterRows(source),
                new SpotPrices(source),
                household);
        List<Tariff> dynamic = tariffs("formula: 0.1039 * spot + 0.8702, step: quarter");
        List<Tariff> plain = tariffs("price: 12.5");
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("the year view without costs", () -> view(periods, ten));
        questions.put("ten years' months without costs", () -> months(periods, ten));
        questions.put("a year's bill without such prices", () -> bill(inputs, plain, ten, 1));
        questions.put("a year's bill by quarter-hour prices", () -> bill(inputs, dynamic, ten, 1));
        questions.put("ten years' bill without such prices", () -> bill(inputs, plain, ten, 10));
        questions.put("ten years' bill by quarter-hour prices", () -> bill(inputs, dynamic, ten, 10));
        Map<String, Double> millis = medianMillis(questions);
        System.out.printf("median of %d, milliseconds%n", ROUNDS);
        millis.forEach((what, median) -> System.out.printf(Locale.ROOT, "%-42s %8.2f%n", what, median));
        double tenYears = millis.get("ten years' bill by quarter-hour prices")
                / millis.get("ten years' bill without such prices");
        System.out.printf(
                Locale.ROOT,
                "by quarter-hour prices a year takes %.2f times, ten years take %.2f times as long%n",
                millis.get("a year's bill by quarter-hour prices") / millis.get("a year's bill without such prices"),
                tenYears);
        assertThat(millis.get("a year's bill by quarter-hour prices")).isLessThan(100);
        assertThat(tenYears).isLessThan(1.1);
    }

    private static Map<String, Double> medianMillis(Map<String, Runnable> questions) {
        Map<String, long[]> nanos = new LinkedHashMap<>();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (Map.Entry<String, Runnable> each : questions.entrySet()) {
                long start = System.nanoTime();
                each.getValue().run();
                if (i >= 0) {
                    nanos.computeIfAbsent(each.getKey(), what -> new long[ROUNDS])[i] = System.nanoTime() - start;
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        nanos.forEach((what, all) -> {
            Arrays.sort(all);
            medians.put(what, all[ROUNDS / 2] / 1e6);
        });
        return medians;
    }

    private static void view(PeriodAnswers periods, Meter meter) {
        View year = View.of("year", 0);
        assertThat(periods.period(
                                meter, year, Span.of(year, NOW, BRUSSELS), Step.MONTH, Until.LAST_READING, Details.NONE)
                        .buckets())
                .hasSize(12);
    }

    private static void months(PeriodAnswers periods, Meter meter) {
        Span years = Span.between(
                LocalDate.of(2017, 1, 5).atStartOfDay(BRUSSELS),
                LocalDate.of(2026, 12, 1).atStartOfDay(BRUSSELS));
        assertThat(periods.range(meter, years, Step.MONTH, Until.LAST_READING, Details.NONE)
                        .buckets())
                .hasSize(119);
    }

    private static void bill(BillInputs inputs, List<Tariff> tariffs, Meter meter, int years) {
        LocalDate end = LocalDate.of(2026, 12, 1);
        Span span = Span.between(end.minusYears(years).atStartOfDay(BRUSSELS), end.atStartOfDay(BRUSSELS));
        LocalDate first = LocalDate.of(2017, 1, 5);
        Span known = span.fromTime().toLocalDate().isBefore(first)
                ? Span.between(first.atStartOfDay(BRUSSELS), end.atStartOfDay(BRUSSELS))
                : span;
        Inputs read = inputs.of(meter, tariffs, new EnteredMonths(List.of()), known.from(), known.to());
        Bill bill = new Billing(tariffs, read.usage(), read.market(), BRUSSELS).of(known.from(), known.to());
        assertThat(bill.known()).as("%s", bill.missing()).isTrue();
    }

    private static List<Tariff> tariffs(String price) throws DocumentFault {
        String yaml = "contracts: [{name: c, from: 2000-01-01, area: BENCH, components: ["
                + "{name: energy, flow: import, unit: c/kWh, vat: 6, " + price + "},"
                + "{name: grid, flow: import, unit: EUR/kWh, vat: 6, price: 0.05},"
                + "{name: fee, unit: EUR/year, vat: 6, price: 60}]}]";
        return List.of(
                Tariff.of(ContractFile.read(yaml.getBytes(UTF_8)).contracts().get(0), TariffSets.shipped()));
    }

    private static void prices() throws SQLException {
        long last = NOW.getEpochSecond() / 900 + 200;
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO spot_price SELECT 'BENCH', " + last
                    + " - seq, (seq * 7919) MOD 200 - 40.12345, 'invented', 0 FROM seq_0_to_" + (3660 * 96));
            statement.executeUpdate("INSERT INTO price_version VALUES ('BENCH', 1)");
        }
    }
}
