package energy.sem.display.serve;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.inject.Singleton;

import energy.sem.display.cache.RefreshSettings;
import energy.sem.display.cache.Renderer;
import energy.sem.display.cache.Variant;
import energy.sem.display.format.Encoding;
import energy.sem.display.view.DataState;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Subject;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** The picture for a device whose address is wrong, so that the wall says so instead of staying blank. Thread-safe. */
@Singleton
class BadQueryPictures {
    private final Renderer renderer;
    private final Language language;
    private final ZoneId zone;
    private final Clock clock;

    BadQueryPictures(Renderer renderer, RefreshSettings settings, Clock clock) {
        this.renderer = renderer;
        language = settings.language();
        zone = settings.zone();
        this.clock = clock;
    }

    byte[] picture(Encoding encoding) {
        return renderer.render(view(LocalDate.ofInstant(clock.instant(), zone)), new Variant(language, encoding));
    }

    private View view(LocalDate today) {
        Subject subject = new Subject("", Period.DAY, 0, Utility.ELECTRICITY, zone, today);
        return View.without(subject, language, DataState.failed(Fault.BAD_REQUEST, false));
    }
}
