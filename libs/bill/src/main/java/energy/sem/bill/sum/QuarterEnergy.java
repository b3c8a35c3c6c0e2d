package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.List;

import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Band;
import energy.sem.bill.tariff.Price;

/** Prices what flowed quarter hour by quarter hour: by the day-ahead price and by the clock. */
final class QuarterEnergy {
    private final Usage usage;
    private final Market market;
    private final Days days;
    private final Quantities quantities;

    QuarterEnergy(Usage usage, Market market, Days days, Quantities quantities) {
        this.usage = usage;
        this.market = market;
        this.days = days;
        this.quantities = quantities;
    }

    void price(Piece piece, List<Band> bands, Lane lane) {
        ClockBands clock = new ClockBands(piece.component(), days);
        Spot[] spots = bands.stream().map(each -> spot(piece, each.price())).toArray(Spot[]::new);
        Piece.Sum[] sums =
                bands.stream().map(each -> piece.sum(each.name(), each.price())).toArray(Piece.Sum[]::new);
        for (Piece.Sum each : sums) {
            each.add(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        for (int quarter = piece.from(); quarter < piece.to(); quarter++) {
            Long flowed = usage.between(lane, quarter, quarter + 1);
            if (flowed == null || flowed == 0) {
                continue;
            }
            int index = bands.size() == 1 ? 0 : clock.band(quarter);
            Piece.Sum sum = sums[index];
            sum.mark(Mark.ESTIMATED, usage.isEstimated(lane, quarter, quarter + 1));
            BigDecimal quantity = quantities.within(piece, sum, lane, quarter, quarter + 1);
            BigDecimal price = spots[index] == null
                    ? quantities.price(sum, bands.get(index).price(), quantity, quarter, quarter + 1)
                    : atSpot(sum, spots[index], (Price.Formula) bands.get(index).price(), quarter);
            sum.add(quantity, price.multiply(quantity));
        }
    }

    /** Without floor and cap the sums of energy and of energy times price are enough: as exact, and half the work. */
    void linear(Piece piece, Band band, Price.Formula formula, Lane lane) {
        Piece.Sum sum = piece.sum(band.name(), formula);
        Spot spot = spot(piece, formula);
        long wh = 0;
        long pricedWh = 0;
        WeightedSum weighted = new WeightedSum();
        boolean estimated = false;
        for (int quarter = piece.from(); quarter < piece.to(); quarter++) {
            Long flowed = usage.between(lane, quarter, quarter + 1);
            if (flowed == null || flowed == 0) {
                continue;
            }
            estimated = estimated || usage.isEstimated(lane, quarter, quarter + 1);
            wh += flowed;
            if (!spot.addTo(weighted, quarter, flowed)) {
                sum.lacks(Reason.NO_SPOT, "", days.of(quarter, quarter + 1));
                continue;
            }
            sum.mark(Mark.PROVISIONAL, spot.isProvisional(quarter));
            pricedWh += flowed;
        }
        sum.mark(Mark.ESTIMATED, estimated);
        sum.add(
                BigDecimal.valueOf(wh, 3),
                formula.factor()
                        .multiply(weighted.value().movePointLeft(3))
                        .add(formula.plus().multiply(BigDecimal.valueOf(pricedWh, 3))));
    }

    private Spot spot(Piece piece, Price price) {
        return price instanceof Price.Formula formula && formula.isSpot()
                ? new Spot(market, piece.contract().area(), formula.step(), days, usage.elapsed())
                : null;
    }

    private BigDecimal atSpot(Piece.Sum sum, Spot spot, Price.Formula formula, int quarter) {
        BigDecimal eurMwh = spot.at(quarter);
        if (eurMwh == null) {
            sum.lacks(Reason.NO_SPOT, "", days.of(quarter, quarter + 1));
            return BigDecimal.ZERO;
        }
        sum.mark(Mark.PROVISIONAL, spot.isProvisional(quarter));
        return formula.at(eurMwh);
    }
}
