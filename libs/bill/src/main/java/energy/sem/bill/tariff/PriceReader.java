package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Node;

/** Reads the price of a component or a band, into euro a base unit. */
final class PriceReader {
    private static final String UNKNOWN = "unknown";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_KW = BigDecimal.valueOf(1000);
    private static final Pattern FORMULA =
            Pattern.compile("([+-]?[0-9.]+)\\s*\\*\\s*([a-zA-Z][a-zA-Z0-9-]{0,31})\\s*(?:([+-])\\s*([0-9.]+))?");

    static Price read(Node node, Unit unit) throws DocumentFault {
        if (node.get("formula") != null) {
            return formula(node, unit);
        }
        for (String each : List.of("floor", "cap", "step")) {
            if (node.get(each) != null && node.get("bands") == null) {
                throw node.get(each).fault(each + " belongs to a formula");
            }
        }
        if (unit == Unit.PERCENT) {
            return percent(node);
        }
        if (node.get("of") != null) {
            throw node.get("of").fault("of belongs to a price in %, or within maximum");
        }
        if (node.get("brackets") != null) {
            return brackets(node.get("brackets"), unit);
        }
        if (node.get("maximum") != null) {
            return maximum(node.get("maximum"), unit);
        }
        BigDecimal number = number(node.need("price"), unit);
        return number == null ? new Price.Unknown() : new Price.Constant(number);
    }

    /** Euro a base unit; {@code null} for {@code unknown}. */
    private static BigDecimal number(Node node, Unit unit) throws DocumentFault {
        return node.text().equals(UNKNOWN) ? null : unit.euro(node.decimal());
    }

    private static Price formula(Node node, Unit unit) throws DocumentFault {
        Node formula = node.get("formula");
        Matcher matcher = FORMULA.matcher(formula.text());
        if (!matcher.matches()) {
            throw formula.fault("the formula \"" + Node.quoted(formula.text())
                    + "\" must read as 0.1039 * spot + 0.8702: a number, the index in EUR/MWh, a number");
        }
        BigDecimal plus = matcher.group(4) == null ? BigDecimal.ZERO : Node.decimal(matcher.group(4), formula);
        Price.Formula read = new Price.Formula(
                unit.euro(Node.decimal(matcher.group(1), formula)),
                matcher.group(2),
                unit.euro("-".equals(matcher.group(3)) ? plus.negate() : plus),
                node.or("floor", (BigDecimal) null, each -> unit.euro(each.decimal())),
                node.or("cap", (BigDecimal) null, each -> unit.euro(each.decimal())),
                node.or("step", Step.QUARTER, each -> each.word(Step.class)));
        if (read.isSpot() && node.get("step") == null) {
            throw node.fault("a formula of spot needs its step: quarter, hour or month, as the contract bills");
        }
        if (!read.isSpot() && node.get("step") != null) {
            throw node.get("step").fault("step is for spot only: " + read.index() + " is a value of a month");
        }
        return read;
    }

    private static Price brackets(Node list, Unit unit) throws DocumentFault {
        List<Price.Bracket> brackets = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Node each : list.items()) {
            each.allow(Set.of("up-to", "price"));
            BigDecimal upTo = each.or("up-to", (BigDecimal) null, Node::decimal);
            if (before == null || (upTo != null && upTo.compareTo(before) <= 0)) {
                throw each.fault("each bracket goes up to more than the one before; only the last has no up-to");
            }
            before = upTo;
            brackets.add(new Price.Bracket(upTo, number(each.need("price"), unit)));
        }
        if (before != null) {
            throw list.fault("the last bracket has no up-to: it holds for all above");
        }
        return new Price.Brackets(brackets);
    }

    private static Price percent(Node node) throws DocumentFault {
        BigDecimal percent = node.need("price").decimal();
        if (percent.abs().compareTo(HUNDRED) > 0) {
            throw node.need("price").fault("a price in % lies between -100 and 100");
        }
        return new Price.Percent(names(node.need("of")), percent);
    }

    private static List<String> names(Node list) throws DocumentFault {
        List<String> names = new ArrayList<>();
        for (Node each : list.items()) {
            names.add(each.words(ComponentReader.LONGEST_NAME));
        }
        if (names.isEmpty()) {
            throw list.fault("of names at least one line");
        }
        return names;
    }

    private static Price maximum(Node node, Unit unit) throws DocumentFault {
        node.allow(Set.of("of", "price", "least-kw", "over"));
        Node over = node.need("over");
        if (!over.text().equals("month") && !over.text().equals("year")) {
            throw over.fault("over is month or year");
        }
        return new Price.Maximum(
                names(node.need("of")),
                unit.euro(node.need("price").decimal()),
                watts(node.need("least-kw")),
                over.text().equals("year"));
    }

    /** A power in kW that is a whole number of W. */
    private static BigDecimal watts(Node node) throws DocumentFault {
        BigDecimal kw = node.decimal();
        if (kw.signum() < 0
                || kw.compareTo(MOST_KW) > 0
                || kw.stripTrailingZeros().scale() > 3) {
            throw node.fault(node.name() + " is a power from 0 to " + MOST_KW + " kW with at most three decimals");
        }
        return kw;
    }

    private PriceReader() {}
}
