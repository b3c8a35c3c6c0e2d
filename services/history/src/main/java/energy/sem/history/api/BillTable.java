package energy.sem.history.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import energy.sem.history.answer.BillAnswer;
import energy.sem.history.answer.BillAnswer.BillLine;
import energy.sem.history.answer.BillAnswer.BillMissing;

/** A bill as CSV: a line each, and one for whatever is missing beside them. */
final class BillTable {
    static final List<String> HEADER = List.of(
            "utility",
            "owner",
            "name",
            "part",
            "quantity",
            "unit",
            "rule",
            "vat_percent",
            "without_vat_eur",
            "vat_eur",
            "amount_eur",
            "marks",
            "missing");

    static Stream<List<Object>> rows(BillAnswer bill) {
        Set<String> named = bill.lines().stream().map(BillLine::name).collect(Collectors.toSet());
        return Stream.concat(
                bill.lines().stream().map(BillTable::row),
                bill.missing().stream()
                        .filter(each -> !named.contains(each.line()))
                        .map(BillTable::row));
    }

    private static List<Object> row(BillMissing missing) {
        return Arrays.asList(
                missing.line(), null, null, null, null, null, null, null, null, null, null, null, missing.reason());
    }

    private static List<Object> row(BillLine line) {
        return Arrays.asList(
                line.utility(),
                line.owner(),
                line.name(),
                line.part(),
                line.quantity(),
                line.unit(),
                line.rule(),
                line.vatPercent(),
                line.withoutVat(),
                line.vat(),
                line.amount(),
                String.join(" ", line.marks()),
                String.join(" ", line.missing()));
    }

    private BillTable() {}
}
