package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Price;

/**
 * A stretch of time in which one component holds, and the lines that it gathers. Not thread-safe.
 */
final class Piece {
    private final Contract contract;
    private final Component component;
    private final int from;
    private final int to;
    private final boolean assumed;
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /** @param assumed whether it holds only because no later price is known */
    Piece(Contract contract, Component component, int from, int to, boolean assumed) {
        this.contract = contract;
        this.component = component;
        this.from = from;
        this.to = to;
        this.assumed = assumed;
    }

    Contract contract() {
        return contract;
    }

    Component component() {
        return component;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The line of a part, begun when it is asked for first. */
    Sum sum(String part, Price price) {
        return sums.computeIfAbsent(part, key -> new Sum(part, Rule.of(component, price)));
    }

    List<Line> lines() {
        return sums.values().stream().map(Sum::line).toList();
    }

    /** One line while it grows. */
    final class Sum {
        private final String part;
        private final String rule;
        private BigDecimal quantity;
        private BigDecimal amount = BigDecimal.ZERO;
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private List<Missing> missing = new ArrayList<>();

        private Sum(String part, String rule) {
            this.part = part;
            this.rule = rule;
            if (assumed) {
                marks.add(Mark.ASSUMED);
            }
        }

        void add(BigDecimal moreQuantity, BigDecimal moreAmount) {
            quantity = quantity == null ? moreQuantity : quantity.add(moreQuantity);
            amount = amount.add(moreAmount);
        }

        void fee(BigDecimal more) {
            amount = amount.add(more);
        }

        void quantity(BigDecimal is) {
            quantity = is;
        }

        void mark(Mark mark, boolean holds) {
            if (holds) {
                marks.add(mark);
            }
        }

        void lacks(Reason reason, String what, SortedSet<LocalDate> days) {
            if (!days.isEmpty()) {
                missing = Line.together(missing, List.of(new Missing(component.name(), reason, what, days)));
            }
        }

        void unread(List<Usage.Unread> some, Days zone) {
            some.forEach(each -> lacks(Reason.NO_READINGS, "", zone.of(each.from(), each.to())));
        }

        private Line line() {
            return new Line(
                    contract.utility(),
                    component.owner(),
                    component.name(),
                    part,
                    rule,
                    component.unit().base(),
                    quantity,
                    component.vat(),
                    amount,
                    marks,
                    missing);
        }
    }
}
