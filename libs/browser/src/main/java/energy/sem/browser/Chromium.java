package energy.sem.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium that is installed on this machine, without a window. A test opens one for its class and closes it; pages of
 * one Chromium share nothing with each other. Not thread-safe: use it in the thread that opened it.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** No sandbox, because tests may run as root; no word to anybody outside, because tests may run without a network. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        // Playwright's own browsers are not wanted.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it. Where there is none the test is skipped, and with {@code CI=true} it fails. */
    public static Chromium orSkip() {
        Optional<Path> program = find(System.getenv("PATH"));
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("no Chromium, and CI=true: install it (Debian: apt-get install chromium)");
        }
        Assumptions.assumeTrue(program.isPresent(), "needs Chromium (Debian: apt-get install chromium)");
        return new Chromium(program.orElseThrow());
    }

    /** Where the browser is, by the folders of a path variable. */
    static Optional<Path> find(String folders) {
        return Stream.of(folders == null ? new String[0] : folders.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A page of this size in CSS pixels, in English, that was never anywhere.
     *
     * @param more changes to it: a phone, a dark scheme, another language
     */
    public BrowserContext open(int width, int height, Consumer<Browser.NewContextOptions> more) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-GB");
        more.accept(options);
        return browser.newContext(options);
    }

    /** A page of this size, as {@link #open(int, int, Consumer)}. */
    public Page page(int width, int height) {
        return open(width, height, options -> {}).newPage();
    }

    /** Collects what goes wrong on a page from now on: exceptions, and errors on its console. */
    public static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        return faults;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
