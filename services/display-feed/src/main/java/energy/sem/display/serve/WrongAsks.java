package energy.sem.display.serve;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import energy.sem.display.format.Form;
import energy.sem.display.shelf.Edition;
import energy.sem.display.shelf.Printer;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** The picture for a device whose address is wrong, so that the wall says so instead of staying blank. Thread-safe. */
final class WrongAsks {
    private final ConcurrentMap<Form, byte[]> pictures = new ConcurrentHashMap<>();
    private final Printer printer;
    private final Language language;
    private final ZoneId zone;

    WrongAsks(Printer printer, Language language, ZoneId zone) {
        this.printer = printer;
        this.language = language;
        this.zone = zone;
    }

    byte[] picture(Form form) {
        return pictures.computeIfAbsent(form, wanted -> printer.print(view(), new Edition(language, wanted)));
    }

    // The same whenever it is asked for: a wrong address is wrong on every day.
    private View view() {
        return View.without(
                Status.ERROR,
                Fault.BAD_REQUEST,
                "",
                Period.DAY,
                0,
                Utility.ELECTRICITY,
                language,
                zone,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                false);
    }
}
