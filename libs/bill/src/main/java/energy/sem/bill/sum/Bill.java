package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a stretch of time costs, line by line. Immutable.
 *
 * @param lines in the order of the contracts and their components
 * @param uncovered what flowed while no contract held
 */
public record Bill(List<Line> lines, List<Missing> uncovered) {
    /** Nothing. */
    public static final Bill NONE = new Bill(List.of(), List.of());

    public Bill {
        lines = List.copyOf(lines);
        uncovered = List.copyOf(uncovered);
    }

    /** Whether the sum says all. */
    public boolean known() {
        return uncovered.isEmpty() && lines.stream().allMatch(Line::known);
    }

    /** All that is missing. */
    public List<Missing> missing() {
        List<Missing> all = uncovered;
        for (Line each : lines) {
            all = Line.together(all, each.missing());
        }
        return all;
    }

    /** What is paid, euro with VAT, exact; of what is known where not all is. */
    public BigDecimal paid() {
        return sum(Line::paid);
    }

    /** Without VAT. */
    public BigDecimal withoutVat() {
        return sum(Line::withoutVat);
    }

    private BigDecimal sum(Function<Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Both together: lines that are one on an invoice become one. */
    public Bill plus(Bill other) {
        List<Line> all = new ArrayList<>(lines);
        for (Line each : other.lines) {
            int like = -1;
            for (int i = 0; i < all.size(); i++) {
                like = all.get(i).isLike(each) ? i : like;
            }
            if (like < 0) {
                all.add(each);
            } else {
                all.set(like, all.get(like).plus(each));
            }
        }
        return new Bill(all, Line.together(uncovered, other.uncovered));
    }
}
