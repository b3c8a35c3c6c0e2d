package energy.sem.cli.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import energy.sem.bill.sum.Rule;
import energy.sem.bill.tariff.Band;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Vat;

/** The lines of a month's bill under a contract, for a person who holds the card beside it. */
final class MonthInWords {
    private final Tariff tariff;
    private final LocalDate first;
    private final LocalDate end;

    MonthInWords(Tariff tariff, YearMonth month) {
        this.tariff = tariff;
        this.first = month.atDay(1);
        this.end = month.plusMonths(1).atDay(1);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        Contract contract = tariff.contract();
        boolean over = contract.until() != null && !contract.until().isAfter(first);
        if (over || !contract.from().isBefore(end)) {
            lines.add("  It does not hold in " + YearMonth.from(first) + ".");
            return lines;
        }
        tariff.lines().forEach((name, components) -> {
            List<Component> within = components.stream().filter(this::isWithin).toList();
            if (within.isEmpty()) {
                lines.add(row(
                        "",
                        name,
                        "",
                        "no price in " + YearMonth.from(first) + ": the bill has no total"
                                + (contract.assumesLast() ? " but an assumed one" : "")));
            }
            within.forEach(each -> each.bands().forEach(band -> lines.add(line(name, each, band))));
        });
        return lines;
    }

    private String head() {
        Contract contract = tariff.contract();
        return contract.name() + ": " + contract.utility().word()
                + (contract.meter() == null ? "" : " of " + contract.meter())
                + ", from " + contract.from()
                + (contract.until() == null ? "" : " until " + contract.until())
                + (contract.area() == null ? "" : ", day-ahead prices of " + contract.area())
                + (contract.sets().isEmpty() ? "" : ", on " + String.join(", ", contract.sets()));
    }

    private boolean isWithin(Component component) {
        return (component.from() == null || component.from().isBefore(end))
                && (component.until() == null || component.until().isAfter(first));
    }

    private String line(String name, Component component, Band band) {
        return row(
                component.owner().name().toLowerCase(Locale.ROOT),
                band.name().isEmpty() ? name : name + ", " + band.name(),
                component.flow() == Flow.NONE ? "" : component.flow().name().toLowerCase(Locale.ROOT),
                Rule.of(component, band.price()) + vat(component.vat()) + days(component));
    }

    private static String vat(Vat vat) {
        if (vat.percent().signum() == 0) {
            return "; no VAT";
        }
        return "; VAT " + vat.percent().toPlainString() + " %" + (vat.included() ? " in it" : " on top");
    }

    private String days(Component component) {
        String from = component.from() != null && component.from().isAfter(first) ? " from " + component.from() : "";
        String until =
                component.until() != null && component.until().isBefore(end) ? " until " + component.until() : "";
        return from.isEmpty() && until.isEmpty() ? "" : ";" + from + until;
    }

    private static String row(String owner, String name, String flow, String rule) {
        return "  %-8s  %-34s  %-6s  %s".formatted(owner, name, flow, rule);
    }
}
