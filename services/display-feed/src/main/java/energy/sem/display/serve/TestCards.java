package energy.sem.display.serve;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import energy.sem.display.format.Form;
import energy.sem.display.shelf.Print;
import energy.sem.display.shelf.Printer;

/** The test card in every form, drawn when first asked for. Thread-safe. */
final class TestCards {
    private final ConcurrentMap<Form, Print> cards = new ConcurrentHashMap<>();
    private final Printer printer;
    private final Instant madeAt;

    TestCards(Printer printer, Instant madeAt) {
        this.printer = printer;
        this.madeAt = madeAt;
    }

    Print in(Form form) {
        return cards.computeIfAbsent(form, wanted -> Print.first(printer.testCard(wanted), madeAt));
    }
}
