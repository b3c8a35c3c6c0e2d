package energy.sem.history.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The screens on which a family looks at the page, its read key remembered. */
enum Screen {
    DESKTOP(1366, 768),
    PHONE(390, 844);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** A page that is open; faults are what went wrong on it. */
    record Opened(BrowserContext context, Page page, List<String> faults) implements AutoCloseable {
        /** Fetches all figures again, as each minute does, and waits until they are drawn. */
        void refresh() {
            page.waitForResponse(
                    response -> response.url().contains("/power?"),
                    () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
            settled();
        }

        /** Waits until nothing more is fetched and everything is drawn. */
        void settled() {
            assertThat(page.locator("#period")).hasAttribute("aria-busy", "false");
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }

        @Override
        public void close() {
            context.close();
            assertThat(faults).as("faults of the page").isEmpty();
        }
    }

    /** Opens a view, such as {@code ?meter=home&view=week,0}, and waits until all is drawn. */
    Opened open(Chromium chromium, URI root, String view, Consumer<Browser.NewContextOptions> more) {
        BrowserContext context = chromium.open(width, height, options -> {
            options.setHasTouch(this == PHONE).setIsMobile(this == PHONE);
            // What is measured is where things come to rest.
            options.setReducedMotion(ReducedMotion.REDUCE);
            more.accept(options);
        });
        context.addInitScript("localStorage.setItem('sem-key', 'one');"
                + "window.shifts = [];"
                + "new PerformanceObserver(list => list.getEntries().forEach(entry => entry.hadRecentInput || shifts.push(entry)))"
                + ".observe({type: 'layout-shift', buffered: true});");
        Page page = context.newPage();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.navigate(root.resolve("/" + view).toString());
        Opened opened = new Opened(context, page, faults);
        assertThat(page.locator("body")).not().hasClass("nothing");
        assertThat(page.locator("#cockpit")).isVisible();
        opened.settled();
        return opened;
    }

    /** The same in English. */
    Opened open(Chromium chromium, URI root, String view) {
        return open(chromium, root, view, options -> {});
    }
}
