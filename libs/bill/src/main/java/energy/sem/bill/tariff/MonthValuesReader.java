package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Node;

/** Reads values of months. */
final class MonthValuesReader {
    private static final Set<String> KEYS = Set.of("name", "unit", "source", "months");
    private static final String PROVISIONAL = " provisional";
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9-]{0,31}";
    private static final int LONGEST_SENTENCE = 500;

    static MonthValues read(Node node) throws DocumentFault {
        node.allow(KEYS);
        Node name = node.need("name");
        if (!name.text().matches(NAME) || name.text().equals(Price.Formula.SPOT)) {
            throw name.fault("the name \"" + Node.quoted(name.text())
                    + "\" must have 1 to 32 letters, digits and hyphens, begin with a letter, and is not spot");
        }
        MonthValues.Unit unit = unit(node.need("unit"));
        TreeMap<YearMonth, MonthValues.Value> months = new TreeMap<>();
        for (Map.Entry<String, Node> each : node.need("months").map().entrySet()) {
            months.put(month(each.getKey(), each.getValue()), value(each.getValue(), unit));
        }
        return new MonthValues(name.text(), unit, node.need("source").words(LONGEST_SENTENCE), months);
    }

    private static MonthValues.Unit unit(Node node) throws DocumentFault {
        String text = node.text();
        for (MonthValues.Unit each : MonthValues.Unit.values()) {
            if (each.written().equals(text)) {
                return each;
            }
        }
        throw node.fault("the unit \"" + Node.quoted(text) + "\" is none of a month's value: use "
                + Arrays.stream(MonthValues.Unit.values())
                        .map(MonthValues.Unit::written)
                        .collect(Collectors.joining(", ")));
    }

    private static YearMonth month(String text, Node node) throws DocumentFault {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw node.fault("\"" + Node.quoted(text) + "\" is no month: write it as 2026-10");
        }
    }

    private static MonthValues.Value value(Node node, MonthValues.Unit unit) throws DocumentFault {
        String text = node.text();
        boolean provisional = text.endsWith(PROVISIONAL);
        String number = provisional
                ? text.substring(0, text.length() - PROVISIONAL.length()).strip()
                : text;
        BigDecimal value = Node.decimal(number, node);
        if (!unit.plausible(value)) {
            throw node.fault(
                    number + " " + unit.written() + " is " + unit.range() + ": look at the number and its unit");
        }
        return new MonthValues.Value(value, provisional);
    }

    private MonthValuesReader() {}
}
