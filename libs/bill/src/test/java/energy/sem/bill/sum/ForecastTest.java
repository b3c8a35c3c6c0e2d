package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.Forecast.Like;
import energy.sem.bill.sum.Forecast.Range;
import energy.sem.bill.sum.Forecast.Result;
import energy.sem.bill.sum.Missing.Reason;

import static energy.sem.bill.sum.Home.contract;
import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest {
    private static final String PLAIN =
            contract("", "name: energy, flow: import, unit: EUR/kWh, vat: none, price: 0.25");

    /** A home that uses as much in each quarter hour. */
    private static Home even(String from, String to, long wh) {
        Home home = Home.of(from, to);
        long[] all = new long[edge(to) - edge(from)];
        Arrays.fill(all, wh);
        return home.flows(Lane.IMPORT, all);
    }

    private static Result month(Home home, String... contracts) throws DocumentFault {
        return new Forecast(Home.tariffs(contracts), home, home, Home.BRUSSELS).month();
    }

    private static Result year(Home home, String... contracts) throws DocumentFault {
        return new Forecast(Home.tariffs(contracts), home, home, Home.BRUSSELS).year();
    }

    @Test
    void a_home_that_is_always_the_same_costs_what_the_month_has_hours_for() throws DocumentFault {
        Result november = month(even("2026-01-01", "2026-11-11", 100), PLAIN);
        assertThat(november.total()).as("2880 quarter hours").isEqualByComparingTo("72");
        assertThat(november.low()).isEqualByComparingTo("72");
        assertThat(november.high()).isEqualByComparingTo("72");
        assertThat(november.range()).isEqualTo(Range.PAST_ERRORS);
        assertThat(november.errors()).isEqualTo(6);
        assertThat(month(even("2026-01-01", "2026-10-11", 100), PLAIN).total())
                .as("October has an hour more")
                .isEqualByComparingTo("74.5");
    }

    @Test
    void days_to_come_are_like_the_same_days_of_the_last_four_weeks() throws DocumentFault {
        Home home = Home.of("2026-10-13", "2026-11-10");
        long[] all = new long[28 * 96];
        for (int day = 0; day < 28; day++) {
            // Tuesday 13 October is day 0: on Tuesdays the n-th week uses n kWh, on no other day anything.
            all[day * 96 + 4] = day % 7 == 0 ? 1000L * (day / 7 + 1) : 0;
        }
        Result november = month(home.flows(Lane.IMPORT, all), PLAIN);
        // The 3rd: 4 kWh. The 10th, 17th and 24th are like each of the four weeks: 2.5 on average.
        assertThat(november.total()).isEqualByComparingTo("2.875");
        assertThat(november.low()).isEqualByComparingTo("1.75");
        assertThat(november.high()).isEqualByComparingTo("4");
        assertThat(november.like()).isEqualTo(Like.LAST_WEEKS);
        assertThat(november.range()).isEqualTo(Range.WEEKS);
    }

    @Test
    void usage_and_prices_of_a_week_go_together_and_published_prices_are_what_they_are() throws DocumentFault {
        Home home = even("2026-10-13", "2026-11-29", 1000);
        for (int quarter = edge("2026-10-13"); quarter < edge("2026-11-29"); quarter++) {
            home.spot(quarter, BigDecimal.valueOf(100));
        }
        for (int quarter = edge("2026-11-29"); quarter < edge("2026-11-30"); quarter++) {
            home.spot(quarter, BigDecimal.ZERO);
        }
        String spot = contract(
                "", "name: energy, flow: import, unit: EUR/kWh, vat: none, formula: 0.001 * spot, step: quarter");
        // 28 days and the 30th at 100, the 29th is known to be free.
        assertThat(month(home, spot).total()).isEqualByComparingTo("278.4");
    }

    @Test
    void fees_are_exact_and_the_peak_is_the_one_that_is_charged_now() throws DocumentFault {
        Home home = even("2026-10-01", "2026-11-11", 0).peak("2026-10", 3000).peak("2026-11", 4000);
        assertThat(month(
                                home,
                                contract(
                                        "",
                                        "name: capacity, unit: EUR/kW/year, vat: none, price: 54",
                                        "name: fee, unit: EUR/month, vat: none, price: 5"))
                        .total())
                .isEqualByComparingTo("23");
    }

    @Test
    void low_and_high_are_percentiles_of_what_earlier_months_were_wrong_by() throws DocumentFault {
        Home home = Home.of("2026-01-01", "2026-11-11");
        long[] all = new long[edge("2026-11-11") - edge("2026-01-01")];
        Arrays.fill(all, 100);
        // In the second half of June nobody was at home: its forecast was wrong by 15 days, July's by what it saw of
        // that.
        Arrays.fill(all, edge("2026-06-16") - edge("2026-01-01"), edge("2026-07-01") - edge("2026-01-01"), 0);
        Result november = month(home.flows(Lane.IMPORT, all), PLAIN);
        assertThat(november.total()).isEqualByComparingTo("72");
        assertThat(november.low()).isLessThan(new BigDecimal("72"));
        assertThat(november.high()).isGreaterThanOrEqualTo(new BigDecimal("72"));
    }

    @Test
    void a_year_is_like_the_year_before_where_it_was_read() throws DocumentFault {
        Home home = Home.of("2024-12-01", "2026-07-01");
        long[] all = new long[edge("2026-07-01") - edge("2024-12-01")];
        int winter = edge("2025-10-01") - edge("2024-12-01");
        Arrays.fill(all, 100);
        Arrays.fill(all, winter, winter + 92 * 96, 200);
        Result year = year(
                home.flows(Lane.IMPORT, all),
                "{name: c, from: 2024-01-01, components:"
                        + " [{name: energy, flow: import, unit: EUR/kWh, vat: none, price: 0.25}]}");
        assertThat(year.like()).isEqualTo(Like.LAST_YEAR);
        // From January to September 100 Wh, then 200, as the year before.
        assertThat(year.total()).isBetween(new BigDecimal("1080"), new BigDecimal("1115"));
        assertThat(year.low()).isLessThanOrEqualTo(year.total());
        assertThat(year.high()).isGreaterThanOrEqualTo(year.total());
    }

    @Test
    void without_a_year_before_a_year_is_like_the_last_weeks() throws DocumentFault {
        Result year = year(even("2026-01-01", "2026-11-11", 100), PLAIN);
        assertThat(year.like()).isEqualTo(Like.LAST_WEEKS);
        assertThat(year.total()).as("35,040 quarter hours").isEqualByComparingTo("876");
    }

    @Test
    void a_price_that_nobody_has_entered_for_days_to_come_leaves_no_forecast_and_is_said() throws DocumentFault {
        Result november = month(
                even("2026-10-01", "2026-11-11", 100),
                contract("", "name: energy, flow: import, unit: EUR/kWh, vat: none, until: 2026-11-20, price: 0.25"));
        assertThat(november.total()).isNull();
        assertThat(november.low()).isNull();
        assertThat(november.missing()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Reason.NO_PRICE);
            assertThat(each.days()).hasSize(11);
        });
    }

    @Test
    void a_home_that_was_never_read_for_a_week_has_none() throws DocumentFault {
        assertThat(month(even("2026-11-07", "2026-11-11", 100), PLAIN).total()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1.4", "0.9, 4.6", "0.5, 3", "1, 5", "0, 1"})
    void a_percentile_lies_between_its_neighbours(BigDecimal share, BigDecimal expected) {
        List<BigDecimal> values =
                List.of(5, 1, 4, 2, 3).stream().map(BigDecimal::valueOf).toList();
        assertThat(Forecast.percentile(values, share)).isEqualByComparingTo(expected);
    }
}
