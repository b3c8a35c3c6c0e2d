package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.stream.Collectors;

import energy.sem.bill.document.Node;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Netting;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Unit;

/** How a price is made, in words and in the unit that the contract is written in. */
public final class Rule {
    /** Such as {@code 0.1039 × spot + 0.8702 c/kWh, by quarter}. */
    public static String of(Component component, Price price) {
        Unit unit = component.unit();
        String words = words(unit, price);
        return component.netting() == Netting.YEAR ? words + ", netted over the year" : words;
    }

    private static String words(Unit unit, Price price) {
        if (price instanceof Price.Brackets brackets) {
            return brackets(unit, brackets);
        }
        if (price instanceof Price.Formula formula) {
            return formula(unit, formula);
        }
        if (price instanceof Price.Maximum maximum) {
            return String.join(" + ", maximum.of()) + " at most " + number(unit, maximum.euroKwh()) + " "
                    + unit.written() + (maximum.yearly() ? " over a year" : " over a month");
        }
        if (price instanceof Price.Percent percent) {
            return percent.percent().toPlainString() + " % of " + String.join(" + ", percent.of());
        }
        return price instanceof Price.Constant constant
                ? number(unit, constant.euro()) + " " + unit.written()
                : "unknown";
    }

    private static String brackets(Unit unit, Price.Brackets brackets) {
        return brackets.brackets().stream()
                        .map(each -> (each.euro() == null ? "unknown" : number(unit, each.euro()))
                                + (each.upTo() == null
                                        ? " above"
                                        : " up to " + each.upTo().toPlainString()))
                        .collect(Collectors.joining(", "))
                + " a year, " + unit.written();
    }

    private static String formula(Unit unit, Price.Formula formula) {
        BigDecimal plus = unit.number(formula.plus());
        StringBuilder words =
                new StringBuilder(number(unit, formula.factor())).append(" × ").append(formula.index());
        if (plus.signum() != 0) {
            words.append(plus.signum() < 0 ? " − " : " + ")
                    .append(number(unit, formula.plus().abs()));
        }
        words.append(' ').append(unit.written());
        if (formula.floor() != null) {
            words.append(", at least ").append(number(unit, formula.floor()));
        }
        if (formula.cap() != null) {
            words.append(", at most ").append(number(unit, formula.cap()));
        }
        return words.append(", by ")
                .append(formula.isSpot() ? Node.word(formula.step()) : "month")
                .toString();
    }

    private static String number(Unit unit, BigDecimal euro) {
        return unit.number(euro).toPlainString();
    }

    private Rule() {}
}
