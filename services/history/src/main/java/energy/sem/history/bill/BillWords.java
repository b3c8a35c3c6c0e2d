package energy.sem.history.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Line;
import energy.sem.bill.sum.Mark;
import energy.sem.bill.sum.Missing;
import energy.sem.bill.tariff.Unit;
import energy.sem.history.answer.BillAnswer;
import energy.sem.history.answer.BillAnswer.BillLine;
import energy.sem.history.answer.BillAnswer.BillMissing;
import energy.sem.history.answer.Decimal;
import energy.sem.history.bill.BillInputs.Priced;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.period.Cents;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/** A bill as it is answered. */
final class BillWords {
    static BillAnswer answer(Meter meter, View view, Span span, String contract, boolean complete, Priced priced) {
        Bill bill = priced.bill();
        List<BigDecimal> paid =
                Cents.addingUp(bill.lines().stream().map(Line::paid).toList());
        List<BigDecimal> without = BillCents.withoutVat(bill.lines(), paid);
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < bill.lines().size(); i++) {
            lines.add(written(bill.lines().get(i), without.get(i), paid.get(i)));
        }
        BigDecimal total = paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = without.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BillAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                view.period().word(),
                view.offset(),
                span.zone().getId(),
                span.fromTime(),
                span.toTime(),
                priced.until() < span.to()
                        ? QuarterHours.start(Math.max(span.from(), priced.until()))
                                .atZone(span.zone())
                                .toOffsetDateTime()
                        : null,
                contract,
                priced.contracts(),
                "EUR",
                complete,
                priced.coverage(),
                priced.known() ? Decimal.plain(total) : null,
                priced.known() ? Decimal.plain(total.subtract(net)) : null,
                lines,
                bill.missing().stream().map(BillWords::written).toList());
    }

    private static BillLine written(Line line, BigDecimal without, BigDecimal paid) {
        return new BillLine(
                line.utility().word(),
                line.owner().name().toLowerCase(Locale.ROOT),
                line.name(),
                line.part().isEmpty() ? null : line.part(),
                line.quantity() == null ? null : Decimal.plain(rounded(line.quantity())),
                line.quantity() == null ? null : unit(line.base()),
                line.rule(),
                line.vat().percent(),
                // Of what is not known a part is no amount.
                line.known() ? Decimal.plain(without) : null,
                line.known() ? Decimal.plain(paid.subtract(without)) : null,
                line.known() ? Decimal.plain(paid) : null,
                line.marks().stream().map(Mark::word).sorted().toList(),
                line.missing().stream().map(Missing::word).distinct().toList());
    }

    private static BigDecimal rounded(BigDecimal quantity) {
        return quantity.setScale(3, java.math.RoundingMode.HALF_UP);
    }

    private static String unit(Unit.Base base) {
        return switch (base) {
            case M3 -> "m3";
            case KW_YEAR -> "kW";
            default -> "kWh";
        };
    }

    static BillMissing written(Missing missing) {
        return new BillMissing(
                missing.line(),
                missing.word(),
                missing.days().first(),
                missing.days().last(),
                missing.days().size(),
                missing.detail());
    }

    /** Lacks of several bills: each once, with all its days. */
    static List<BillMissing> missing(List<Missing> some) {
        return new Bill(List.of(), List.of())
                .plus(new Bill(List.of(), some)).missing().stream()
                        .map(BillWords::written)
                        .toList();
    }

    private BillWords() {}
}
