package energy.sem.display.serve;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

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
    private final Printer printer;
    private final Language language;
    private final ZoneId zone;
    private final Clock clock;

    WrongAsks(Printer printer, Language language, ZoneId zone, Clock clock) {
        this.printer = printer;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    byte[] picture(Form form) {
        return printer.print(view(LocalDate.ofInstant(clock.instant(), zone)), new Edition(language, form));
    }

    private View view(LocalDate today) {
        return View.without(
                Status.ERROR,
                Fault.BAD_REQUEST,
                "",
                Period.DAY,
                0,
                Utility.ELECTRICITY,
                language,
                zone,
                today,
                today,
                false);
    }
}
