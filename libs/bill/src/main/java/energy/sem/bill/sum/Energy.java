package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Band;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Netting;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Utility;
import energy.sem.bill.tariff.When;

/** Prices what flowed. */
final class Energy {
    private final Usage usage;
    private final Days days;
    private final Quantities quantities;
    private final QuarterEnergy quarters;

    Energy(Usage usage, Market market, Days days) {
        this.usage = usage;
        this.days = days;
        this.quantities = new Quantities(usage, market, days);
        this.quarters = new QuarterEnergy(usage, market, days, quantities);
    }

    void price(Piece piece) {
        Component component = piece.component();
        if (component.byRegister()) {
            for (int tariff = 0; tariff <= 2; tariff++) {
                register(piece, Lane.of(component.flow(), tariff), tariff);
            }
        } else {
            Lane lane = lane(piece);
            if (usage.between(lane, piece.from(), piece.to()) == null) {
                return;
            }
            if (component.byClock()) {
                quarters.price(piece, component.bands(), lane);
            } else {
                band(piece, component.bands().get(0), lane);
            }
        }
    }

    /** The lane of a component without bands by register. */
    static Lane lane(Piece piece) {
        Utility utility = piece.contract().utility();
        return utility == Utility.GAS
                ? Lane.GAS
                : utility == Utility.WATER
                        ? Lane.WATER
                        : Lane.of(piece.component().flow());
    }

    private void register(Piece piece, Lane lane, int tariff) {
        Long flowed = usage.between(lane, piece.from(), piece.to());
        if (flowed == null) {
            return;
        }
        for (Band band : piece.component().bands()) {
            if (((When.Register) band.when()).tariff() == tariff) {
                band(piece, band, lane);
                return;
            }
        }
        if (flowed != 0) {
            Price any = piece.component().bands().get(0).price();
            piece.sum("", any)
                    .lacks(
                            Reason.NO_BAND,
                            tariff == 0 ? "no tariff" : "tariff " + tariff,
                            days.of(piece.from(), piece.to()));
        }
    }

    private void band(Piece piece, Band band, Lane lane) {
        if (band.price() instanceof Price.Unknown) {
            Piece.Sum sum = piece.sum(band.name(), band.price());
            BigDecimal quantity = quantities.over(piece, sum, lane, piece.from(), piece.to());
            sum.add(quantity, BigDecimal.ZERO);
            if (quantity.signum() != 0) {
                sum.lacks(Reason.NO_PRICE, band.name(), days.of(piece.from(), piece.to()));
            }
            return;
        }
        boolean yearly = piece.component().netting() == Netting.YEAR || band.price() instanceof Price.Brackets;
        if (yearly) {
            yearly(piece, band, lane);
        } else if (band.price() instanceof Price.Formula formula && formula.isSpot() && formula.isLinear()) {
            quarters.linear(piece, band, formula, lane);
        } else if (band.price() instanceof Price.Formula formula && formula.isSpot()) {
            quarters.price(piece, List.of(band), lane);
        } else if (band.price() instanceof Price.Constant constant) {
            Piece.Sum sum = piece.sum(band.name(), constant);
            BigDecimal quantity = quantities.over(piece, sum, lane, piece.from(), piece.to());
            sum.mark(Mark.ESTIMATED, usage.isEstimated(lane, piece.from(), piece.to()));
            sum.add(quantity, quantity.multiply(constant.euro()));
        } else {
            Piece.Sum sum = piece.sum(band.name(), band.price());
            days.months(piece.from(), piece.to(), (month, from, to) -> {
                BigDecimal quantity = quantities.within(piece, sum, lane, from, to);
                sum.mark(Mark.ESTIMATED, usage.isEstimated(lane, from, to));
                BigDecimal price = quantities.price(sum, band.price(), quantity, from, to);
                sum.add(quantity, price.multiply(quantity));
            });
        }
    }

    /** Brackets and netting: what a year costs up to an edge is known there, and a stretch costs the difference. */
    private void yearly(Piece piece, Band band, Lane lane) {
        int from = piece.from();
        while (from < piece.to()) {
            LocalDate begins = days.year(from, piece.contract().year());
            int yearEnd = days.edge(begins.plusYears(1));
            int to = Math.min(piece.to(), yearEnd);
            Component component = piece.component();
            boolean netted = component.netting() == Netting.YEAR;
            int start = days.edge(begins);
            if (netted) {
                start = Math.max(start, days.edge(piece.contract().from()));
                start = Math.max(start, days.edge(component.from(), start));
            }
            BigDecimal before = year(piece, band, lane, start, Math.min(from, to));
            BigDecimal after = year(piece, band, lane, start, to);
            Tranches.add(piece, band, before, after, days.of(from, to));
            // Which bracket a stretch is in, and what it is netted with, depends on all of the year before it.
            Tranches.sums(piece, band)
                    .get(0)
                    .unread(usage.unread(piece.contract().utility(), Math.min(start, from), from), days);
            for (Piece.Sum each : Tranches.sums(piece, band)) {
                each.mark(Mark.SHARE, from > start || to < yearEnd);
                each.mark(Mark.ESTIMATED, usage.isEstimated(lane, from, to));
            }
            from = to;
        }
    }

    private BigDecimal year(Piece piece, Band band, Lane lane, int start, int edge) {
        Piece.Sum sum = Tranches.sums(piece, band).get(0);
        BigDecimal quantity = quantities.over(piece, sum, lane, start, Math.max(start, edge));
        return piece.component().netting() == Netting.YEAR
                ? quantity.subtract(quantities.over(piece, sum, lane.opposite(), start, Math.max(start, edge)))
                        .max(BigDecimal.ZERO)
                : quantity;
    }
}
