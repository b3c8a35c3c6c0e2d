package energy.sem.history.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.bill.document.Node;
import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Billing;
import energy.sem.bill.sum.Forecast;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Unit;
import energy.sem.history.answer.BillForecastAnswer;
import energy.sem.history.answer.Decimal;
import energy.sem.history.bill.BillInputs.Inputs;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Period;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/** What the running month or year of a meter will cost. Within a transaction. */
@ApplicationScoped
public class Forecasts {
    private final BillFiles contracts;
    private final BillInputs inputs;
    private final Household household;

    Forecasts(BillFiles contracts, BillInputs inputs, Household household) {
        this.contracts = contracts;
        this.inputs = inputs;
        this.household = household;
    }

    /**
     * A forecast.
     *
     * @param period {@code month} or {@code year}; {@code null} for a month
     * @param contract what it would be under this one; {@code null} for the contracts that hold
     * @param readable whose contracts may be named
     * @throws Problem 400 for another period, 404 without that contract, or without any
     */
    public BillForecastAnswer of(Meter meter, String period, String contract, ReadableMeters readable) {
        Period of = period == null ? Period.MONTH : Period.of(period);
        if (of != Period.MONTH && of != Period.YEAR) {
            throw Problem.badRequest("A forecast is of the running month or year: use period=month or period=year.");
        }
        List<Tariff> tariffs =
                contract == null ? contracts.holding(meter.name()) : List.of(contracts.offer(contract, readable));
        LocalDate today = LocalDate.ofInstant(household.now(), household.zone());
        LocalDate first = of.start(today);
        LocalDate end = of.shifted(first, 1);
        LocalDate before = of == Period.YEAR
                ? today.minusDays(Forecast.YEAR_DAYS + 8L)
                : first.minusMonths(Forecast.PAST_MONTHS).minusWeeks(Forecast.WEEKS + 1L);
        Inputs read = inputs.of(meter, tariffs, edge(before.isBefore(first) ? before : first), edge(end));
        Billing billing = new Billing(tariffs, read.usage(), read.market(), household.zone());
        Bill soFar = billing.of(edge(first), edge(end));
        Forecast forecast = new Forecast(tariffs, read.usage(), read.market(), household.zone());
        Forecast.Result result = of == Period.YEAR ? forecast.year() : forecast.month();
        return new BillForecastAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                of.word(),
                household.zone().getId(),
                time(edge(first)),
                time(edge(end)),
                time(Math.max(edge(first), read.usage().elapsed())),
                contract,
                billing.contracts(soFar, edge(first), edge(end)),
                "EUR",
                soFar.known() ? cents(soFar.paid()) : null,
                result.total() == null ? null : cents(result.total()),
                result.low() == null ? null : cents(result.low()),
                result.high() == null ? null : cents(result.high()),
                Node.word(result.like()),
                Node.word(result.range()),
                result.errors() == 0 ? null : result.errors(),
                words(tariffs, result),
                BillWords.missing(result.missing()));
    }

    private static List<String> words(List<Tariff> tariffs, Forecast.Result result) {
        List<String> words = new ArrayList<>();
        if (result.total() == null && result.missing().isEmpty()) {
            words.add("A forecast needs a week of the meter's readings.");
            return words;
        }
        words.add(
                result.like() == Forecast.Like.LAST_YEAR
                        ? "Days to come are taken to be like those of the year before."
                        : "Days to come are taken to be like those of the last four weeks: it knows no season.");
        if (result.range() == Forecast.Range.PAST_ERRORS) {
            words.add("Low and high are the 10th and 90th percentile of what this way was wrong by in the last "
                    + result.errors() + " months.");
        } else {
            words.add("Low and high are the cheapest and the dearest of the weeks that days to come may be like.");
        }
        boolean capacity = tariffs.stream()
                .flatMap(each -> BillInputs.components(each).stream())
                .anyMatch(each -> each.unit().base() == Unit.Base.KW_YEAR);
        if (capacity) {
            words.add("The capacity is that of the peak so far, which can only rise.");
        }
        return words;
    }

    private static BigDecimal cents(BigDecimal euro) {
        return Decimal.plain(euro.setScale(2, RoundingMode.HALF_UP));
    }

    private OffsetDateTime time(int quarter) {
        return QuarterHours.start(quarter).atZone(household.zone()).toOffsetDateTime();
    }

    private int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(household.zone()).toInstant());
    }
}
