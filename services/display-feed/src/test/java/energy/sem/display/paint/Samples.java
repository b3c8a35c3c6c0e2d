package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.display.view.Fault;
import energy.sem.display.view.Household;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Prices;
import energy.sem.display.view.Sample;
import energy.sem.display.view.SampleFacts;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;
import energy.sem.display.view.WrongClock;

/** The views whose pictures are kept as golden pictures, by name. */
final class Samples {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 5);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 5, 10, 45);

    private Samples() {}

    static Sample day() {
        return Sample.of(Period.DAY, THURSDAY).until(NOW);
    }

    static Sample week() {
        return Sample.of(Period.WEEK, MONDAY).until(NOW);
    }

    static Sample month() {
        return Sample.of(Period.MONTH, LocalDate.of(2026, 10, 1)).until(LocalDateTime.of(2026, 10, 22, 10, 45));
    }

    static Sample year() {
        return Sample.of(Period.YEAR, LocalDate.of(2026, 1, 1)).until(LocalDateTime.of(2026, 10, 22, 10, 45));
    }

    private static WrongClock meter(int daysAhead) {
        return new WrongClock(WrongClock.Whose.METER, daysAhead);
    }

    static Sample of(Period period) {
        return switch (period) {
            case DAY -> day();
            case WEEK -> week();
            case MONTH -> month();
            case YEAR -> year();
        };
    }

    /** A family's gas: heating in the morning and evening, and in winter. */
    private static long gas(Period period, long i, int kind) {
        long noise = Household.scatter(i + kind, 300);
        return switch (period) {
            case DAY -> i % 24 < 6 ? 0 : (i % 24 - 13) * (i % 24 - 13) * 6 + noise / 2;
            case WEEK, MONTH -> 2600 + noise * 4;
            case YEAR -> (i % 12 - 6) * (i % 12 - 6) * 5200 + 9000 + noise * 20;
        };
    }

    /** Every golden picture's view. */
    static Map<String, View> golden() {
        Map<String, View> views = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            for (Period period : Period.values()) {
                views.put(
                        period.code() + "-" + language.code(),
                        of(period).in(language).view());
            }
        }
        for (Period period : Period.values()) {
            views.put(period.code() + "-no-sun", of(period).withoutSun().view());
            views.put(
                    period.code() + "-gas",
                    of(period)
                            .utility(Utility.GAS)
                            .amounts(i -> gas(period, i, 0))
                            .before(i -> gas(period, i, 50))
                            .view());
            views.put(period.code() + "-no-data", of(period).without(Status.NO_DATA, null));
        }
        views.put(
                "week-water-fr",
                week().utility(Utility.WATER)
                        .in(Language.FR)
                        .amounts(i -> 210 + i * 37 % 90)
                        .before(i -> 190 + i * 41 % 110)
                        .view());
        views.put(
                "day-yesterday",
                Sample.of(Period.DAY, THURSDAY.minusDays(1)).offset(-1).view());
        views.put(
                "day-long-ago",
                Sample.of(Period.DAY, LocalDate.of(2025, 9, 23))
                        .offset(-408)
                        .in(Language.DE)
                        .view());
        views.put(
                "day-23-hours",
                Sample.of(Period.DAY, LocalDate.of(2026, 3, 29)).offset(-221).view());
        views.put(
                "day-25-hours",
                Sample.of(Period.DAY, LocalDate.of(2026, 10, 25)).offset(-11).view());
        views.put(
                "day-negative-net",
                Sample.of(Period.DAY, LocalDate.of(2026, 6, 21))
                        .offset(-137)
                        .exports(i -> i < 5 || i > 20 ? 0 : (8 - Math.abs(13 - i)) * 610)
                        .view());
        Prices prices = new Prices(
                new Prices.Price(NOW, NOW.plusMinutes(15), 231),
                new Prices.Price(THURSDAY.atTime(13, 15), THURSDAY.atTime(15, 15), 84));
        for (Language language : Language.values()) {
            views.put(
                    "day-prices-" + language.code(),
                    day().in(language)
                            .facts(SampleFacts.none()
                                    .prices(prices)
                                    .monthPeak(4180, THURSDAY.minusDays(2).atTime(18, 15))
                                    .free(3260)
                                    .facts())
                            .view());
        }
        views.put(
                "day-prices-without-sun",
                day().withoutSun()
                        .facts(SampleFacts.none()
                                .prices(prices)
                                .monthPeak(4180, THURSDAY.minusDays(2).atTime(18, 15))
                                .free(3260)
                                .facts())
                        .view());
        views.put(
                "day-prices-below-nothing",
                day().facts(SampleFacts.none()
                                .prices(new Prices(
                                        new Prices.Price(NOW, NOW.plusMinutes(15), -3),
                                        new Prices.Price(
                                                THURSDAY.plusDays(1).atTime(22, 0),
                                                THURSDAY.plusDays(2).atTime(0, 0),
                                                -121)))
                                .facts())
                        .view());
        views.put("day-gap", day().gaps(3, 4, 5).view());
        views.put(
                "day-just-begun",
                day().until(THURSDAY.atTime(0, 15))
                        .facts(SampleFacts.none()
                                .peak(560, THURSDAY.atTime(0, 15))
                                .gas(0)
                                .water(0)
                                .cost(4)
                                .facts())
                        .view());
        LocalDateTime silent = THURSDAY.atTime(9, 15);
        views.put("day-stale", day().until(silent).view().staleSince(silent.plusMinutes(4)));
        views.put("week-stale-fr", week().until(silent).in(Language.FR).view().staleSince(silent.plusMinutes(4)));
        views.put("week-stale-demo", week().until(silent).demo().view().staleSince(silent.plusMinutes(4)));
        views.put(
                "month-stale-de",
                month().until(LocalDateTime.of(2026, 10, 19, 23, 45))
                        .in(Language.DE)
                        .view()
                        .staleSince(LocalDateTime.of(2026, 10, 19, 23, 52)));
        views.put("year-stale-en", year().in(Language.EN).view().staleSince(LocalDateTime.of(2026, 10, 22, 10, 52)));
        views.put("week-gap", week().gaps(1).view());
        views.put(
                "week-over",
                Sample.of(Period.WEEK, MONDAY.minusWeeks(1)).offset(-1).view());
        views.put(
                "week-53-last-year",
                Sample.of(Period.WEEK, LocalDate.of(2026, 12, 28)).offset(-8).view());
        views.put(
                "week-53",
                Sample.of(Period.WEEK, LocalDate.of(2026, 12, 28))
                        .until(LocalDateTime.of(2026, 12, 31, 23, 45))
                        .view());
        views.put("week-first", week().first().view());
        views.put("week-demo", week().demo().view());
        views.put("day-clock-behind", day().clock(meter(-96)).view());
        views.put("week-clock-never-set", week().clock(meter(-9800)).demo().view());
        views.put(
                "week-tariffs",
                week().withoutSun()
                        .facts(SampleFacts.none()
                                .cost(1_140)
                                .tariffs(20_410, 14_390)
                                .facts())
                        .view());
        views.put(
                "month-february",
                Sample.of(Period.MONTH, LocalDate.of(2026, 2, 1)).offset(-9).view());
        views.put(
                "month-low-peak",
                month().facts(SampleFacts.none()
                                .monthPeak(1_980, LocalDateTime.of(2026, 10, 4, 18, 15))
                                .gas(61_200)
                                .cost(-320)
                                .facts())
                        .view());
        views.put("month-gap", month().gaps(6, 7, 8, 15).view());
        views.put("year-gap", year().gaps(2, 6).view());
        views.put(
                "year-negative-net",
                Sample.of(Period.YEAR, LocalDate.of(2025, 1, 1))
                        .offset(-1)
                        .exports(i -> (7 - Math.abs(6 - i)) * 131_000)
                        .view());
        views.put(
                "week-zero",
                week().amounts(i -> 0).exports(i -> 0).before(i -> 0).view());
        views.put(
                "year-99999-kwh",
                year().amounts(i -> i == 9 ? 19_998_000L : 10_000_000L)
                        .exports(i -> 8_000_000L + i * 700_000L)
                        .before(i -> 8_100_000L)
                        .view());
        LocalDateTime october = LocalDateTime.of(2025, 10, 28, 16, 0);
        for (Language language : Language.values()) {
            views.put(
                    "year-in-part-" + language.code(),
                    Sample.of(Period.YEAR, LocalDate.of(2025, 1, 1))
                            .offset(-1)
                            .in(language)
                            .measuredFrom(october)
                            .amounts(i -> i == 9 ? 29_000 : 240_000)
                            .view());
        }
        views.put(
                "month-in-part",
                month().measuredFrom(LocalDateTime.of(2026, 10, 8, 16, 0)).view());
        views.put("week-starting", week().without(Status.STARTING, null));
        List<Language> languages = List.of(Language.values());
        int turn = 0;
        for (Fault fault : Fault.values()) {
            views.put(
                    "error-" + fault.code(),
                    week().in(languages.get(turn++ % languages.size())).without(Status.ERROR, fault));
        }
        return views;
    }
}
