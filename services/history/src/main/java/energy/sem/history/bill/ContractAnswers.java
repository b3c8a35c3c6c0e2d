package energy.sem.history.bill;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.bill.check.Plausibility;
import energy.sem.bill.check.Question;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.SoleContract;
import energy.sem.bill.tariff.Tariff;
import energy.sem.history.answer.ContractCheckAnswer;
import energy.sem.history.answer.ContractCheckAnswer.ContractQuestion;
import energy.sem.history.answer.ContractsAnswer;
import energy.sem.history.answer.ContractsAnswer.AgreedContract;
import energy.sem.history.answer.Decimal;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;

/** The contracts of a meter, and what one would do before it is kept. Within a transaction. */
@ApplicationScoped
public class ContractAnswers {
    private final BillFiles contracts;
    private final Bills bills;

    ContractAnswers(BillFiles contracts, Bills bills) {
        this.contracts = contracts;
        this.bills = bills;
    }

    /** Those of a meter, and where each is said; what cannot be read, and so may be any meter's, only to who may read all. */
    public ContractsAnswer of(Meter meter, ReadableMeters readable) {
        ContractBook book = contracts.openTo(readable);
        List<AgreedContract> all = new ArrayList<>();
        for (Tariff each : book.of(meter.name())) {
            boolean onPage = book.onPage().stream().anyMatch(one -> each.equals(one.tariff()));
            String said = onPage ? "page" : book.inFile().contains(each) ? "file" : "settings";
            all.add(agreed(each.contract(), said, null));
        }
        for (ContractBook.OnPage each : book.onPage()) {
            if (each.fault() != null && each.contract() == null) {
                all.add(new AgreedContract(each.kept().name(), "page", null, null, null, List.of(), each.fault()));
            } else if (each.fault() != null && each.contract().isFor(meter.name())) {
                all.add(agreed(each.contract(), "page", each.fault()));
            }
        }
        return new ContractsAnswer(meter.name(), all);
    }

    private static AgreedContract agreed(Contract contract, String said, String fault) {
        return new AgreedContract(
                contract.name(),
                said,
                contract.utility().word(),
                contract.from(),
                contract.until(),
                contract.sets(),
                fault);
    }

    /**
     * What a period would have cost under a contract that is not kept yet, and what in it looks odd.
     *
     * @param readable whose contracts it may stand in the way of
     * @throws Problem 400 in words, when it is no contract of this meter; 409 when there is one in its place
     */
    public ContractCheckAnswer check(Meter meter, byte[] document, View view, Span span, ReadableMeters readable) {
        ContractBook book = contracts.openTo(readable);
        Tariff tariff;
        try {
            tariff = SoleContract.read(document, book.sets());
            book.values().check(tariff.contract());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The contract cannot be read: " + e.getMessage());
        }
        if (!tariff.contract().isFor(meter.name())) {
            throw Problem.badRequest(
                    "The contract is for " + tariff.contract().meter() + ", not for " + meter.name() + ".");
        }
        String taken = book.without(tariff.contract().name()).taken(tariff.contract());
        if (taken != null) {
            throw Problem.of(409, "It cannot be kept: " + taken + ".");
        }
        return new ContractCheckAnswer(
                tariff.contract().name(),
                Plausibility.questions(tariff, book.values().all()).stream()
                        .map(ContractAnswers::written)
                        .toList(),
                bills.under(meter, view, span, BillFiles.always(tariff)));
    }

    private static ContractQuestion written(Question question) {
        return new ContractQuestion(
                question.reason().word(),
                question.line(),
                question.number() == null ? null : Decimal.plain(question.number()),
                question.unit(),
                question.written(),
                question.detail());
    }
}
