package energy.sem.history.bill;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.bill.tariff.Tariff;
import energy.sem.history.answer.BillAnswer;
import energy.sem.history.bill.BillInputs.Inputs;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;

/** The bill of a period of one meter. Within a transaction. */
@ApplicationScoped
public class Bills {
    private final BillFiles contracts;
    private final BillInputs inputs;

    Bills(BillFiles contracts, BillInputs inputs) {
        this.contracts = contracts;
        this.inputs = inputs;
    }

    /**
     * The bill of a period, up to the last full quarter hour.
     *
     * @param contract what it would be under this one; {@code null} for the contracts that hold
     * @param readable whose contracts may be named
     * @throws Problem 404 without that contract, or without any
     */
    public BillAnswer of(Meter meter, View view, Span span, String contract, ReadableMeters readable) {
        return of(
                meter,
                view,
                span,
                contract,
                contract == null ? contracts.holding(meter.name()) : List.of(contracts.offer(contract, readable)));
    }

    /** What a period would have cost under one that is not kept. */
    BillAnswer under(Meter meter, View view, Span span, Tariff tariff) {
        return of(meter, view, span, tariff.contract().name(), List.of(tariff));
    }

    private BillAnswer of(Meter meter, View view, Span span, String contract, List<Tariff> tariffs) {
        Inputs read = inputs.of(meter, tariffs, span.from(), span.to());
        return BillWords.answer(
                meter,
                view,
                span,
                contract,
                Counter.complete(read.counters(), span.from(), span.to()),
                inputs.priced(read, tariffs, span));
    }
}
