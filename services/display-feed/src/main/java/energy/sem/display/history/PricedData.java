package energy.sem.display.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import energy.sem.display.history.api.BillAnswerJson;
import energy.sem.display.history.api.BucketJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.history.api.PriceAnswerJson;
import energy.sem.display.history.api.QuarterCostJson;
import energy.sem.display.view.Prices;
import energy.sem.display.view.Prices.Price;

/**
 * What history knows of money besides a period's own costs.
 *
 * @param price of a kWh, where day-ahead prices are known and the view is of the running day
 * @param quarters of that day
 * @param bill of the period, where its answer has no costs
 */
record PricedData(Optional<PriceAnswerJson> price, Optional<PeriodAnswerJson> quarters, Optional<BillAnswerJson> bill) {
    /** Nothing is known. */
    static final PricedData NONE = new PricedData(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int QUARTERS_AN_HOUR = 4;
    private static final int DECIMALS = 6;
    private static final int RUN_QUARTERS = Prices.CHEAPEST_HOURS * QUARTERS_AN_HOUR;
    private static final Duration RUN = Duration.ofHours(Prices.CHEAPEST_HOURS);

    /**
     * The prices that a picture shows: of the quarter hour that begins where the data end, and of the cheapest two hours from there
     * on. So they change when the data do and at no other time.
     */
    Prices prices(OffsetDateTime dataUntil, ZoneId zone) {
        if (price.isEmpty()) {
            return Prices.NONE;
        }
        List<QuarterCostJson> ahead = price.get().getPrices().stream()
                .filter(each ->
                        each.getImportEurKwh() != null && !each.getFrom().isBefore(dataUntil))
                .toList();
        boolean known = !ahead.isEmpty() && ahead.get(0).getFrom().isEqual(dataUntil);
        return new Prices(known ? price(ahead.subList(0, 1), zone) : null, cheapest(ahead, zone));
    }

    private static Price cheapest(List<QuarterCostJson> ahead, ZoneId zone) {
        Price best = null;
        for (int i = 0; i + RUN_QUARTERS <= ahead.size(); i++) {
            List<QuarterCostJson> run = ahead.subList(i, i + RUN_QUARTERS);
            Duration length = Duration.between(
                    run.get(0).getFrom(), run.get(RUN_QUARTERS - 1).getTo());
            Price each = length.equals(RUN) ? price(run, zone) : null;
            boolean better = each != null && (best == null || each.milliEuroKwh() < best.milliEuroKwh());
            best = better ? each : best;
        }
        return best;
    }

    /** The mean of quarter hours in a row. */
    private static Price price(List<QuarterCostJson> run, ZoneId zone) {
        BigDecimal sum = run.stream().map(QuarterCostJson::getImportEurKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Price(
                run.get(0).getFrom().atZoneSameInstant(zone).toLocalDateTime(),
                run.get(run.size() - 1).getTo().atZoneSameInstant(zone).toLocalDateTime(),
                Counted.thousandths(sum.divide(BigDecimal.valueOf(run.size()), DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Mean power from the grid in the last full quarter hour, W; null when not known. */
    Long lastQuarterW() {
        if (quarters.isEmpty() || quarters.get().getDataUntil() == null) {
            return null;
        }
        OffsetDateTime end = quarters.get().getDataUntil();
        List<BucketJson> buckets = quarters.get().getBuckets();
        return buckets.stream()
                .filter(each -> each.getTo().isEqual(end) && each.getImportKwh() != null)
                .findFirst()
                .map(each -> QUARTERS_AN_HOUR * Counted.thousandths(each.getImportKwh()))
                .orElse(null);
    }

    /** What the period costs in cents; null when not known. */
    Long billCent() {
        return bill.map(BillAnswerJson::getTotal)
                .map(total -> total.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact())
                .orElse(null);
    }
}
