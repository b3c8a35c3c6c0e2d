package energy.sem.display.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import energy.sem.display.view.Utility;

/** History's answers, as far as pictures need them; other fields are passed over. A null means that history left it out. */
final class Answers {
    private Answers() {}

    /** {@code GET /api/v1/meters}. */
    record AllMeters(String zone, List<MeterAnswer> meters) {
        AllMeters {
            meters = orEmpty(meters);
        }
    }

    record MeterAnswer(
            String name,
            boolean simulated,
            OffsetDateTime firstReadingAt,
            OffsetDateTime lastReadingAt,
            boolean everExported,
            List<Device> devices,
            Health health) {
        MeterAnswer {
            devices = orEmpty(devices);
        }
    }

    record Device(String kind, OffsetDateTime lastAt) {}

    /** What the meter-gateway says of the meter, as far as pictures say it. */
    record Health(String clock, Long clockOffsetSeconds) {}

    /** {@code GET /api/v1/meters/{meter}/history/{period}} and {@code …/history?from=…&to=…}. */
    record PeriodAnswer(
            boolean simulated,
            OffsetDateTime from,
            OffsetDateTime to,
            String step,
            boolean complete,
            boolean stale,
            OffsetDateTime lastReadingAt,
            OffsetDateTime dataUntil,
            Totals total,
            PeriodBefore previous,
            Comparison comparison,
            List<Part> buckets) {
        PeriodAnswer {
            buckets = orEmpty(buckets);
        }
    }

    record Totals(
            BigDecimal importKwh,
            BigDecimal importT1Kwh,
            BigDecimal importT2Kwh,
            BigDecimal exportKwh,
            BigDecimal gasM3,
            BigDecimal waterM3,
            BigDecimal peakKw,
            OffsetDateTime peakFrom,
            OffsetDateTime peakTo,
            Bill costs) {
        static final Totals NONE = new Totals(null, null, null, null, null, null, null, null, null, null);
    }

    /** This period and the one before, both up to the same point. */
    record Comparison(Change changePercent) {}

    /** In whole percent. */
    record Change(Long importKwh, Long gasM3, Long waterM3) {
        Long of(Utility utility) {
            return switch (utility) {
                case ELECTRICITY -> importKwh;
                case GAS -> gasM3;
                case WATER -> waterM3;
            };
        }
    }

    /** What a span costs; history leaves it out without contracts, and its total when something is under none. */
    record Bill(String currency, BigDecimal total) {
        private static final String EURO = "EUR";

        /** The total in cents, negative when earned; null when not known, or in money that pictures have no sign for. */
        static Long cents(Bill bill) {
            return bill == null || bill.total() == null || !EURO.equals(bill.currency())
                    ? null
                    : (Long) bill.total()
                            .movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
        }
    }

    record PeriodBefore(
            OffsetDateTime from,
            OffsetDateTime to,
            Totals total,
            OffsetDateTime point,
            Totals untilSamePoint,
            BigDecimal coverage) {}

    record Part(
            OffsetDateTime from,
            OffsetDateTime to,
            BigDecimal importKwh,
            BigDecimal exportKwh,
            BigDecimal gasM3,
            BigDecimal waterM3,
            BigDecimal coverage) {}

    /** {@code GET /api/v1/meters/{meter}/peaks}. */
    record MonthPeaks(List<Month> months, BillingPeak billingPeak) {
        static final MonthPeaks NONE = new MonthPeaks(List.of(), null);

        MonthPeaks {
            months = orEmpty(months);
        }
    }

    record Month(YearMonth month, BigDecimal peakKw, OffsetDateTime peakFrom, OffsetDateTime peakTo) {}

    record BillingPeak(BigDecimal kw) {}

    /** Thousandths: kWh to Wh, kW to W, m³ to litres; null stays null. */
    static Long thousandths(BigDecimal value) {
        return value == null
                ? null
                : (Long) value.movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
