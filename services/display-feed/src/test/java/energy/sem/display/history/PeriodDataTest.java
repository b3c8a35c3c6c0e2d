package energy.sem.display.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.serve.HistoryInTests;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.Bucket.State;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Prices;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;
import energy.sem.display.view.WrongClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** From history's answers to the view that is drawn. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class PeriodDataTest {
    private final AtomicReference<Instant> now = new AtomicReference<>();
    private StandInHistory stand;

    @BeforeEach
    void open() throws Exception {
        stand = StandInHistory.of(now::get);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private View view(String localNow, Period period, int offset, Utility utility) throws Exception {
        now.set(at(localNow));
        History history = new History(stand.uri(), "a-key", Duration.ofSeconds(5));
        Meters meters = history.meters();
        LocalDate today = LocalDate.ofInstant(now.get(), meters.zone());
        return history.visit()
                .load(meters.named("home").orElseThrow(), period, period.firstDay(offset, today), today)
                .view(utility, Language.NL, meters.zone());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(InventedHome.ZONE).toInstant();
    }

    private static final String PRICE = price();

    /** Today: 0.23149 a kWh, but from 13:15 to 15:00 0.08 and until 15:15 0.1152. */
    private static String price() {
        StringBuilder quarters = new StringBuilder();
        for (int quarter = 0; quarter < 96; quarter++) {
            LocalDateTime from = LocalDateTime.parse("2026-11-05T00:00").plusMinutes(15L * quarter);
            String euro = quarter >= 53 && quarter < 60 ? "0.08" : quarter == 60 ? "0.1152" : "0.23149";
            quarters.append(quarter == 0 ? "" : ",")
                    .append("{\"from\":\"")
                    .append(from)
                    .append(":00+01:00\",\"to\":\"")
                    .append(from.plusMinutes(15))
                    .append(":00+01:00\",\"importEurKwh\":")
                    .append(euro)
                    .append('}');
        }
        return "{\"meter\":\"home\",\"zone\":\"Europe/Brussels\",\"contracts\":[\"c\"],\"unit\":\"EUR/kWh\",\"cheapest\":[],"
                + "\"sources\":[%s],\"prices\":[" + quarters + "]}";
    }

    private static final String SOURCE = "{\"source\":\"file\",\"fetchedAt\":\"2026-11-04T13:00:00+01:00\"}";

    @Test
    void where_day_ahead_prices_are_known_the_running_day_has_them_and_what_is_free() throws Exception {
        stand.home().price(PRICE.formatted(SOURCE));
        View view = view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY);
        assertThat(view.facts().prices().now().milliEuroKwh()).isEqualTo(231);
        assertThat(view.facts().prices().cheapest().milliEuroKwh()).isEqualTo(84);
        assertThat(view.facts().prices().cheapest().from()).isEqualTo("2026-11-05T13:15");
        assertThat(view.facts().prices().cheapest().to()).isEqualTo("2026-11-05T15:15");
        assertThat(view.facts().prices().now().from()).isEqualTo("2026-11-05T10:45");
        long last = 4 * stand.home().importWh(at("2026-11-05T10:30"), at("2026-11-05T10:45"));
        assertThat(view.facts().freeW()).as("November's peak is 3.11 kW").isEqualTo(3110 - last);
    }

    @Test
    void a_silent_meter_has_no_price_of_now() throws Exception {
        stand.home().price(PRICE.formatted(SOURCE)).silentSince(at("2026-11-05T09:20"));
        assertThat(view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY)
                        .facts()
                        .prices())
                .isEqualTo(Prices.NONE);
    }

    @ParameterizedTest
    @CsvSource({"WEEK, 0", "MONTH, 0", "YEAR, 0", "DAY, -1"})
    void other_views_have_no_prices(Period period, int offset) throws Exception {
        stand.home().price(PRICE.formatted(SOURCE));
        View view = view("2026-11-05T10:47", period, offset, Utility.ELECTRICITY);
        assertThat(view.facts().prices()).isEqualTo(Prices.NONE);
        assertThat(view.facts().freeW()).isNull();
    }

    @Test
    void a_contract_that_follows_no_day_ahead_price_changes_nothing() throws Exception {
        View without = view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY);
        stand.home().price(PRICE.formatted(""));
        assertThat(view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY)).isEqualTo(without);
    }

    @Test
    void a_bill_says_the_cost_where_the_period_does_not() throws Exception {
        stand.home().price(PRICE.formatted("")).bill("{\"total\":67.34}");
        assertThat(view("2026-11-05T10:47", Period.MONTH, 0, Utility.ELECTRICITY)
                        .facts()
                        .costCent())
                .isEqualTo(6734);
        stand.home().bill("{\"lines\":[]}");
        assertThat(view("2026-11-05T10:47", Period.MONTH, 0, Utility.ELECTRICITY)
                        .facts()
                        .costCent())
                .as("not all is known")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERS_500", "ANSWERS_HTML", "ANSWERS_OTHER_JSON", "ANSWERS_NULL", "REFUSES"})
    void a_picture_is_drawn_whatever_keeps_history_from_saying_prices(StandInHistory.Mood mood) throws Exception {
        View without = view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY);
        stand.home().price(PRICE.formatted(SOURCE));
        stand.isOnlyFor("/price", mood);
        assertThat(view("2026-11-05T10:47", Period.DAY, 0, Utility.ELECTRICITY)).isEqualTo(without);
    }

    @ParameterizedTest(name = "{0} of 5 November 2026 is {1} to {2} in {3} bars, {4} of them over")
    @CsvSource({
        "DAY, 2026-11-05, 2026-11-05, 24, 10",
        "WEEK, 2026-11-02, 2026-11-08, 7, 3",
        "MONTH, 2026-11-01, 2026-11-30, 30, 4",
        "YEAR, 2026-01-01, 2026-12-31, 12, 10"
    })
    void a_running_period_has_its_calendar_and_its_bars(
            Period period, LocalDate first, LocalDate last, int bars, int over) throws Exception {
        View view = view("2026-11-05T10:47:12", period, 0, Utility.ELECTRICITY);

        assertThat(view.subject().firstDay()).isEqualTo(first);
        assertThat(view.subject().lastDay()).isEqualTo(last);
        assertThat(view.subject().running()).isTrue();
        assertThat(view.state().asOf()).isEqualTo(LocalDateTime.parse("2026-11-05T10:45"));
        assertThat(states(view)).hasSize(bars);
        assertThat(states(view).subList(0, over)).containsOnly(State.NORMAL);
        assertThat(states(view).get(over)).isEqualTo(State.RUNNING);
        assertThat(states(view).subList(over + 1, bars)).containsOnly(State.FUTURE);
        assertThat(view.usage().buckets().stream()
                        .filter(bucket -> bucket.amount() != null)
                        .mapToLong(Bucket::amount)
                        .sum())
                .as("the bars add up to the headline")
                .isEqualTo(view.usage().amount());
    }

    @Test
    void figures_are_exact_and_facts_come_along() throws Exception {
        View view = view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.ELECTRICITY);
        Instant from = at("2026-11-02T00:00:00");
        Instant until = at("2026-11-05T10:45:00");

        assertThat(view.usage().amount()).isEqualTo(stand.home().importWh(from, until));
        assertThat(view.facts().grid().importWh()).isEqualTo(view.usage().amount());
        assertThat(view.facts().gasLitre()).isEqualTo(stand.home().gasLitre(from, until));
        assertThat(view.facts().waterLitre()).isNull();
        assertThat(view.facts().peaks().period().watt()).isEqualTo(2400);
        assertThat(view.facts().peaks().period().at())
                .as("when the quarter hour ended")
                .isEqualTo("2026-11-02T00:15");
        assertThat(view.facts().peaks().month().watt()).isEqualTo(3110);
        assertThat(view.facts().peaks().month().at())
                .as("as the meter states it")
                .isEqualTo("2026-11-01T18:15");
        assertThat(view.facts().peaks().billingPeakW()).isEqualTo(3426);
        assertThat(view.usage().everExported()).isTrue();
        assertThat(stand.keys()).containsOnly("a-key");
    }

    @Test
    void the_period_before_is_compared_at_the_same_point_and_bar_by_bar() throws Exception {
        View view = view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.ELECTRICITY);

        assertThat(view.previous().firstDay()).isEqualTo("2026-10-26");
        assertThat(view.previous().lastDay()).isEqualTo("2026-11-01");
        assertThat(view.previous().until()).isEqualTo("2026-10-29T10:45");
        assertThat(view.previous().coverage()).isEqualTo(0.97);
        assertThat(view.previous().changePercent())
                .as("as history compares")
                .isEqualTo(Math.round((view.usage().amount() - view.previous().amount())
                        * 100.0
                        / view.previous().amount()));
        assertThat(view.previous().wholeAmount())
                .isEqualTo(stand.home().importWh(at("2026-10-26T00:00:00"), at("2026-11-02T00:00:00")));
        assertThat(view.usage().buckets().get(6).previousAmount())
                .isEqualTo(stand.home().importWh(at("2026-11-01T00:00:00"), at("2026-11-02T00:00:00")));
    }

    @Test
    void a_period_that_is_over_is_compared_whole() throws Exception {
        View view = view("2026-11-05T10:47:12", Period.MONTH, -1, Utility.ELECTRICITY);

        assertThat(view.previous().until()).isNull();
        assertThat(view.state().asOf()).isEqualTo("2026-11-01T00:00");
        assertThat(view.subject().running()).isFalse();
        assertThat(states(view)).containsOnly(State.NORMAL);
    }

    @Test
    void gas_is_in_litres_and_has_no_export() throws Exception {
        View view = view("2026-11-05T10:47:12", Period.DAY, 0, Utility.GAS);

        assertThat(view.usage().amount())
                .isEqualTo(stand.home().gasLitre(at("2026-11-05T00:00:00"), at("2026-11-05T10:45:00")));
        assertThat(view.usage().exportWh()).isNull();
        assertThat(view.usage().buckets().get(0).amount()).isEqualTo(80);
    }

    @Test
    void a_device_that_is_not_there_is_no_data() throws Exception {
        assertThat(view("2026-11-05T10:47:12", Period.DAY, 0, Utility.WATER).status())
                .isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest(name = "{0} has {1} hours")
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-10-26, 24"})
    void days_on_which_the_clock_changes_have_all_their_hours(LocalDate day, int hours) throws Exception {
        View view = view(day + "T23:59:59", Period.DAY, 0, Utility.ELECTRICITY);

        assertThat(view.usage().buckets()).hasSize(hours);
        assertThat(view.usage().buckets().get(hours - 1).from().getHour()).isEqualTo(23);
        assertThat(view.usage().buckets().get(hours - 1).previousAmount())
                .as("compared with the same hour on the clock")
                .isEqualTo(stand.home()
                        .importWh(
                                at(day.minusDays(1) + "T23:00:00"),
                                at(day.minusDays(1) + "T23:00:00").plusSeconds(3600)));
    }

    @Test
    void bars_before_the_first_reading_are_no_gaps() throws Exception {
        stand.home().firstReadingAt(at("2026-11-03T09:20:00"));

        View view = view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.ELECTRICITY);

        assertThat(states(view))
                .containsExactly(
                        State.BEFORE,
                        State.NORMAL,
                        State.NORMAL,
                        State.RUNNING,
                        State.FUTURE,
                        State.FUTURE,
                        State.FUTURE);
        assertThat(view.usage().buckets()).allMatch(bucket -> bucket.previousAmount() == null);
    }

    @Test
    void a_bar_that_was_measured_since_the_first_reading_is_drawn_and_the_picture_says_since_when() throws Exception {
        stand.home().firstReadingAt(at("2026-10-28T16:00:00"));

        View view = view("2026-11-05T10:47:12", Period.YEAR, 0, Utility.ELECTRICITY);

        assertThat(states(view).subList(0, 9)).containsOnly(State.BEFORE);
        assertThat(states(view).get(9)).isEqualTo(State.NORMAL);
        assertThat(view.usage().buckets().get(9).amount())
                .isEqualTo(stand.home().importWh(at("2026-10-28T16:00:00"), at("2026-11-01T00:00:00")));
        assertThat(view.usage().measuredFrom()).isEqualTo("2026-10-28T16:00");
        assertThat(view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.ELECTRICITY)
                        .usage()
                        .measuredFrom())
                .as("a week that was measured whole")
                .isNull();
    }

    @Test
    void a_new_day_begins_with_nothing_used() throws Exception {
        View view = view("2026-11-05T00:03:00", Period.DAY, 0, Utility.ELECTRICITY);

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.usage().amount()).isZero();
        assertThat(view.state().asOf()).isEqualTo("2026-11-05T00:00");
        assertThat(states(view)).containsOnly(State.FUTURE);
    }

    @Test
    void a_silent_meter_is_named_with_its_last_reading() throws Exception {
        stand.home().silentSince(at("2026-11-05T09:14:31"));

        View view = view("2026-11-05T10:47:12", Period.DAY, 0, Utility.ELECTRICITY);

        assertThat(view.status()).isEqualTo(Status.STALE);
        assertThat(view.state().staleSince()).isEqualTo("2026-11-05T09:14");
        assertThat(view.state().asOf()).isEqualTo("2026-11-05T09:00");
        assertThat(states(view).subList(10, 24))
                .as("while it is silent the picture stays as it is")
                .containsOnly(State.FUTURE);
    }

    @Test
    void the_billing_peak_of_a_year_that_is_over_is_that_of_its_end() throws Exception {
        View view = view("2026-11-05T10:47:12", Period.YEAR, -1, Utility.ELECTRICITY);

        // 3.1, 3.2 … 3.9, 3.10, 3.11, 3.12 kW
        assertThat(view.facts().peaks().billingPeakW())
                .isEqualTo(Math.round(
                        (3100 + 3200 + 3300 + 3400 + 3500 + 3600 + 3700 + 3800 + 3900 + 3100 + 3110 + 3120) / 12.0));
    }

    @ParameterizedTest(name = "{0} is {1} cents")
    @CsvSource(
            delimiter = '|',
            nullValues = "not known",
            value = {
                "{\"currency\":\"EUR\",\"total\":11.405,\"parts\":[]} | 1141",
                "{\"currency\":\"EUR\",\"total\":-3.2} | -320",
                "{\"currency\":\"EUR\",\"total\":0} | 0",
                "{\"currency\":\"EUR\",\"parts\":[{\"part\":\"gas\"}]} | not known",
                "{\"currency\":\"GBP\",\"total\":11.4} | not known",
                "null | not known",
                "'' | not known"
            })
    void costs_are_historys_and_left_out_where_it_knows_none(String costs, Long cent) throws Exception {
        stand.home().costs(costs);

        assertThat(view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.ELECTRICITY)
                        .facts()
                        .costCent())
                .isEqualTo(cent);
    }

    @Test
    void when_the_day_turns_between_two_answers_they_are_asked_for_anew() throws Exception {
        try (StandInHistory turning = new StandInHistory(new InventedHome(now::get)) {
            @Override
            public void answered(String address) {
                if (address.contains("/history/day?offset=0")) {
                    now.set(at("2026-11-06T00:00:00"));
                }
            }
        }) {
            now.set(at("2026-11-05T23:59:59"));
            History history = new History(turning.uri(), "", Duration.ofSeconds(5));
            Meter meter = history.meters().named("home").orElseThrow();
            LocalDate thursday = LocalDate.of(2026, 11, 5);

            PeriodData data = history.visit().load(meter, Period.DAY, thursday, thursday);

            View view = data.view(Utility.ELECTRICITY, Language.NL, InventedHome.ZONE);
            assertThat(view.subject().firstDay()).isEqualTo(thursday);
            assertThat(view.subject().offset()).isEqualTo(-1);
            assertThat(view.previous().firstDay()).isEqualTo("2026-11-04");
            assertThat(view.usage().buckets().get(5).previousAmount())
                    .isEqualTo(turning.home().importWh(at("2026-11-04T05:00:00"), at("2026-11-04T06:00:00")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "never-set, -848966400, METER, -9826",
        "off, -8294400, METER, -96",
        "off, 86399, METER, 1",
        "meter-chosen, -259300, METER, -3",
        "computer-off, 432000, COMPUTER, 5",
        "looked-at, 90000, , ",
        "computer-has-no-time, , , ",
        "of-a-later-version, 90000, , ",
    })
    void a_wrong_clock_is_in_the_views_of_the_running_periods_in_whole_days(
            String word, Long offsetSeconds, WrongClock.Whose whose, Integer daysAhead) throws Exception {
        stand.home().clock(word, offsetSeconds);

        WrongClock expected = whose == null ? null : new WrongClock(whose, daysAhead);
        assertThat(view("2026-11-05T10:47:12", Period.WEEK, 0, Utility.GAS)
                        .state()
                        .wrongClock())
                .isEqualTo(expected);
        assertThat(view("2026-11-05T10:47:12", Period.WEEK, -1, Utility.GAS)
                        .state()
                        .wrongClock())
                .isNull();
    }

    @Test
    void simulated_data_are_marked() throws Exception {
        stand.home().simulated(true);

        assertThat(view("2026-11-05T10:47:12", Period.YEAR, 0, Utility.ELECTRICITY)
                        .state()
                        .demo())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERS_OTHER_JSON", "ANSWERS_BROKEN_JSON", "ANSWERS_HTML", "ANSWERS_NULL", "ANSWERS_500"})
    void an_answer_that_is_none_is_a_failure_with_its_cause(String mood) {
        stand.isOnlyFor("/history/", StandInHistory.Mood.valueOf(mood));

        assertThatExceptionOfType(HistoryFailure.class)
                .isThrownBy(() -> view("2026-11-05T10:47:12", Period.DAY, 0, Utility.ELECTRICITY))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.HISTORY_UNREACHABLE))
                .withMessageContaining("home");
    }

    private static List<State> states(View view) {
        return view.usage().buckets().stream().map(Bucket::state).toList();
    }
}
