package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Unit;
import energy.sem.bill.tariff.Utility;

/** Makes the bills of one meter under its contracts. As thread-safe as its usage and market are. */
public final class Billing {
    private final List<Tariff> tariffs;
    private final Usage usage;
    private final Days days;
    private final Energy energy;
    private final Fees fees;

    /**
     * @param tariffs of the meter; a contract ends where the next one of its utility begins
     * @param zone of the contracts' days: the household's
     */
    public Billing(List<Tariff> tariffs, Usage usage, Market market, ZoneId zone) {
        this.tariffs = tariffs.stream()
                .sorted(Comparator.comparing((Tariff each) -> each.contract().from()))
                .toList();
        this.usage = usage;
        this.days = new Days(zone);
        this.energy = new Energy(usage, market, days);
        this.fees = new Fees(usage, days);
    }

    /** What the time between two edges costs, as far as it has elapsed. */
    public Bill of(int from, int to) {
        Bill bill = Bill.NONE;
        for (Utility utility : Utility.values()) {
            List<Tariff> some = of(utility);
            if (!some.isEmpty()) {
                bill = bill.plus(utility(utility, some, from, Math.min(to, usage.elapsed())));
            }
        }
        return bill;
    }

    /** The names of the contracts that lines of this time's bill are from, in the order of their utilities and days. */
    public List<String> contracts(Bill bill, int from, int to) {
        Set<Utility> billed = EnumSet.noneOf(Utility.class);
        bill.lines().forEach(each -> billed.add(each.utility()));
        return billed.stream()
                .flatMap(utility -> Held.of(of(utility), from, Math.min(to, usage.elapsed()), days).stream())
                .map(each -> each.tariff().contract().name())
                .toList();
    }

    private List<Tariff> of(Utility utility) {
        return tariffs.stream()
                .filter(each -> each.contract().utility() == utility)
                .toList();
    }

    private Bill utility(Utility utility, List<Tariff> some, int from, int to) {
        Bill bill = Bill.NONE;
        int covered = from;
        for (Held each : Held.of(some, from, to, days)) {
            bill = bill.plus(uncovered(utility, covered, each.from()))
                    .plus(new Bill(
                            lines(each.tariff(), each.from(), each.to()), unread(utility, each.from(), each.to())));
            covered = each.to();
        }
        return bill.plus(uncovered(utility, covered, to));
    }

    /** Time of a contract that is not known to have cost nothing. */
    private List<Missing> unread(Utility utility, int from, int to) {
        List<Missing> all = List.of();
        for (Usage.Unread each : usage.unread(utility, from, to)) {
            all = Line.together(
                    all, List.of(new Missing(utility.word(), Reason.NO_READINGS, "", days.of(each.from(), each.to()))));
        }
        return all;
    }

    private Bill uncovered(Utility utility, int from, int to) {
        Lane lane =
                switch (utility) {
                    case ELECTRICITY -> Lane.IMPORT;
                    case GAS -> Lane.GAS;
                    case WATER -> Lane.WATER;
                };
        Long flowed = from < to ? usage.between(lane, from, to) : null;
        return flowed == null || flowed == 0
                ? Bill.NONE
                : new Bill(List.of(), List.of(new Missing(utility.word(), Reason.NO_CONTRACT, "", days.of(from, to))));
    }

    private List<Line> lines(Tariff tariff, int from, int to) {
        List<Line> lines = new ArrayList<>();
        tariff.lines().values().forEach(each -> lines.addAll(line(tariff, each, from, to)));
        return lines;
    }

    /** One line of the invoice through the components that hold one after the other. */
    private List<Line> line(Tariff tariff, List<Component> components, int from, int to) {
        Bill all = Bill.NONE;
        int covered = from;
        Component last = null;
        for (Component each : components) {
            int start = Math.max(covered, days.edge(each.from(), Integer.MIN_VALUE));
            int end = Math.min(to, days.edge(each.until(), Integer.MAX_VALUE));
            if (start < end) {
                all = all.plus(gap(tariff, last, each, covered, start))
                        .plus(priced(tariff, new Piece(tariff.contract(), each, start, end, false)));
                covered = end;
            }
            if (days.edge(each.from(), Integer.MIN_VALUE) < to) {
                last = each;
            }
        }
        return all.plus(gap(tariff, last, components.get(0), covered, to)).lines();
    }

    /** Time for which a line has no price: the last one if the contract says so, else a lack. */
    private Bill gap(Tariff tariff, Component last, Component other, int from, int to) {
        if (from >= to) {
            return Bill.NONE;
        }
        boolean assumed = last != null && tariff.contract().assumesLast();
        Component component = last == null ? other : last;
        Piece piece = new Piece(tariff.contract(), component, from, to, assumed);
        if (assumed) {
            return priced(tariff, piece);
        }
        if (applies(piece)) {
            piece.sum("", component.bands().get(0).price()).lacks(Reason.NO_PRICE, "", days.of(from, to));
        }
        return new Bill(piece.lines(), List.of());
    }

    private boolean applies(Piece piece) {
        if (piece.component().flow() == Flow.NONE) {
            return Math.max(piece.from(), usage.begin()) < piece.to();
        }
        Long flowed = usage.between(Energy.lane(piece), piece.from(), piece.to());
        return flowed != null && flowed != 0;
    }

    private Bill priced(Tariff tariff, Piece piece) {
        Price price = piece.component().bands().get(0).price();
        if (price instanceof Price.Maximum maximum) {
            maximum(tariff, piece, maximum);
        } else if (price instanceof Price.Percent percent) {
            percent(tariff, piece, percent);
        } else if (piece.component().flow() == Flow.NONE) {
            fees.price(piece);
        } else {
            energy.price(piece);
        }
        return new Bill(piece.lines(), List.of());
    }

    private void percent(Tariff tariff, Piece piece, Price.Percent percent) {
        Piece.Sum sum = piece.sum("", percent);
        sum.fee(BigDecimal.ZERO);
        for (String name : new TreeSet<>(percent.of())) {
            for (Line each : line(tariff, tariff.lines().get(name), piece.from(), piece.to())) {
                sum.fee(each.amount().multiply(percent.percent()).movePointLeft(2));
                each.missing().forEach(one -> sum.lacks(one.reason(), one.what(), one.days()));
                each.marks().forEach(mark -> sum.mark(mark, true));
            }
        }
    }

    private void maximum(Tariff tariff, Piece piece, Price.Maximum maximum) {
        Piece.Sum sum = piece.sum("", maximum);
        int least = maximum.leastKw().movePointRight(3).intValueExact();
        Billing atLeast = new Billing(tariffs, new PeakOf(usage, least), Market.NONE, days.zone());
        int from = piece.from();
        while (from < piece.to()) {
            LocalDate begins = maximum.yearly()
                    ? days.year(from, piece.contract().year())
                    : days.month(from).atDay(1);
            LocalDate ends = maximum.yearly() ? begins.plusYears(1) : begins.plusMonths(1);
            int to = Math.min(piece.to(), days.edge(ends));
            int start = Math.max(
                    Math.max(days.edge(begins), days.edge(piece.contract().from())),
                    days.edge(piece.component().from(), Integer.MIN_VALUE));
            Maximums until = new Maximums(tariff, maximum, start, sum);
            sum.fee(until.off(atLeast, from).subtract(until.off(atLeast, to)));
            sum.mark(Mark.SHARE, from > start || to < days.edge(ends));
            from = to;
        }
    }

    /** What a maximum takes off from its beginning up to an edge. */
    private final class Maximums {
        private final Tariff tariff;
        private final Price.Maximum maximum;
        private final int start;
        private final Piece.Sum sum;

        Maximums(Tariff tariff, Price.Maximum maximum, int start, Piece.Sum sum) {
            this.tariff = tariff;
            this.maximum = maximum;
            this.start = start;
            this.sum = sum;
        }

        BigDecimal off(Billing atLeast, int edge) {
            if (edge <= start) {
                return BigDecimal.ZERO;
            }
            Long flowed = usage.between(Lane.IMPORT, start, edge);
            if (flowed == null) {
                // Without any import all of the cost would be beyond the maximum.
                if (edge > usage.begin()) {
                    sum.lacks(Reason.NO_READINGS, "", days.of(start, edge));
                }
                return BigDecimal.ZERO;
            }
            BigDecimal most = maximum.euroKwh().multiply(BigDecimal.valueOf(flowed, 3));
            BigDecimal all = of(Billing.this, edge, EnumSet.allOf(Unit.Base.class));
            BigDecimal capacity = of(Billing.this, edge, Set.of(Unit.Base.KW_YEAR));
            BigDecimal least = of(atLeast, edge, Set.of(Unit.Base.KW_YEAR));
            return all.subtract(most).min(capacity.subtract(least)).max(BigDecimal.ZERO);
        }

        private BigDecimal of(Billing billing, int edge, Set<Unit.Base> bases) {
            BigDecimal total = BigDecimal.ZERO;
            for (String name : new TreeSet<>(maximum.of())) {
                for (Line each : billing.line(tariff, tariff.lines().get(name), start, edge)) {
                    if (bases.contains(each.base())) {
                        total = total.add(each.amount());
                        each.missing().forEach(one -> sum.lacks(one.reason(), one.what(), one.days()));
                        each.marks().forEach(mark -> sum.mark(mark, mark != Mark.SHARE));
                    }
                }
            }
            return total;
        }
    }
}
