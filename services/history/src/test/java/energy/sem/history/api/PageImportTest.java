package energy.sem.history.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A past is brought by the page: looked at, taken, taken out again; and meters are looked for. The test plays ingest and the gateway. */
@QuarkusTest
@TestProfile(WithIngest.class)
class PageImportTest {
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final String PLAN =
            "{\"dryRun\":true,\"format\":\"Fluvius\",\"rows\":9,\"refusedRows\":1,\"refused\":[{\"line\":7,\"cause\":\"no"
                    + " time\"}],"
                    + "\"quarters\":1234,\"words\":[],\"devices\":[{\"kind\":\"electricity\",\"serial\":\"1SEMbrought\",\"isNew\":false,"
                    + "\"from\":\"2025-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\",\"values\":35040,\"estimated\":24,\"unknown\":6,"
                    + "\"added\":1200,\"replaced\":34,\"overlapping\":192,\"greatestDifference\":1,\"anchor\":\"\"}]}";

    private static final String FOUND =
            "{\"found\":[{\"name\":\"p1meter-000001, 192.168.1.8\",\"what\":\"a HomeWizard P1"
                    + " meter\",\"source\":\"homewizard://192.168.1.8\"},"
                    + "{\"name\":\"/dev/ttyUSB0\",\"what\":\"telegrams\",\"source\":\"serial:/dev/ttyUSB0\",\"meter\":\"brought\"},{\"name\":\"p1meter-000002,"
                    + " 192.168.1.9\",\"what\":\"a HomeWizard P1 meter\",\"first\":\"switch on its local API\"}]}";

    private static Chromium chromium;
    private static boolean isThere;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws Exception {
        WithIngest.playedBy(PageImportTest::answer);
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        SampleMeters.write("brought", false, 45);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void nothing() {
        ASKED.clear();
        isThere = false;
    }

    @Test
    void a_file_is_looked_at_taken_and_taken_out_again() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=brought&view=week,0")) {
            Page page = opened.page();
            page.locator("#arriving > summary").click();
            page.locator("#arrive-key").fill("admin");
            page.locator("#arrive-file")
                    .setInputFiles(new FilePayload("past.csv", "text/csv", "content".getBytes(UTF_8)));

            assertThat(page.locator("#arrive-plan")).containsText("Meter 1SEMbrought: 35,040 values");
            assertThat(page.locator("#arrive-plan")).containsText("24 estimated, 6 unknown");
            assertThat(page.locator("#arrive-plan"))
                    .containsText("192 overlap with live readings and differ by at most 1");
            assertThat(page.locator("#arrive-plan")).containsText("7: no time");
            assertThat(page.locator("#arrive-state")).hasText("Nothing is changed yet. Take it?");
            page.locator("#arrive-take").click();
            assertThat(page.locator("#arrive-state")).hasText("1,234 quarter hours were taken.");
            assertThat(page.locator("#arrived li")).containsText("4: Fluvius");
            page.locator("#arrived button").click();
            assertThat(page.locator("#arrive-state")).containsText("Import 4 is out again");
            assertThat(page.locator("#arrived li")).hasCount(0);
        }
        assertThat(ASKED)
                .containsExactly(
                        "POST /api/v1/meters/brought/imports?dry-run=true admin content",
                        "POST /api/v1/meters/brought/imports?dry-run=false admin content",
                        "GET /api/v1/meters/brought/imports admin",
                        "DELETE /api/v1/meters/brought/imports/4 admin",
                        "GET /api/v1/meters/brought/imports admin");
    }

    @Test
    void a_file_that_is_dropped_is_looked_at_and_its_name_is_shown() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=brought&view=week,0")) {
            Page page = opened.page();
            page.locator("#arriving > summary").click();
            page.locator("#arrive-key").fill("admin");
            page.evaluate("() => import(new URL('page/arriving.js', document.baseURI).href).then(() => 0)");
            JSHandle dropped = page.evaluateHandle("() => { const all = new DataTransfer();"
                    + " all.items.add(new File(['content'], 'past.csv')); return all; }");
            page.locator("#arriving").dispatchEvent("drop", Map.of("dataTransfer", dropped));

            assertThat(page.locator("#arrive-take")).isVisible();
            assertThat(page.locator("#arrive-file")).hasValue("C:\\fakepath\\past.csv");
        }
        assertThat(ASKED).containsExactly("POST /api/v1/meters/brought/imports?dry-run=true admin content");
    }

    @Test
    void meters_that_are_found_are_listed_with_the_line_to_use() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=brought&view=week,0")) {
            Page page = opened.page();
            page.locator("#finding > summary").click();
            page.locator("#find-key").fill("admin");
            page.locator("#find button").click();

            assertThat(page.locator("#find-state")).containsText("This was found.");
            assertThat(page.locator("#find-list li").first())
                    .containsText("p1meter-000001, 192.168.1.8: a HomeWizard P1 meter");
            assertThat(page.locator("#find-list li").first())
                    .containsText("./sem up --meter home=homewizard://192.168.1.8");
            assertThat(page.locator("#find-list li").first())
                    .containsText("SEM_METERS_HOME_SOURCE=homewizard://192.168.1.8");
            assertThat(page.locator("#find-list li").nth(1)).containsText("is read already, as brought");
            assertThat(page.locator("#find-list li").nth(2)).containsText("switch on its local API");
        }
        assertThat(ASKED).containsExactly("POST /api/v1/sources/search admin");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String uri = exchange.getRequestURI().toString();
        ASKED.add((exchange.getRequestMethod() + " " + uri + " "
                        + exchange.getRequestHeaders().getFirst("X-API-Key") + " " + body)
                .strip());
        String answer;
        if (uri.endsWith("search")) {
            answer = FOUND;
        } else if (exchange.getRequestMethod().equals("POST")) {
            isThere = uri.endsWith("false");
            answer = "{\"step\":\"comparing\",\"share\":0.5}\n{\"plan\":" + PLAN + "}\n";
        } else {
            isThere &= !exchange.getRequestMethod().equals("DELETE");
            answer = isThere
                    ? "[{\"number\":4,\"state\":\"done\",\"format\":\"Fluvius\",\"from\":\"2025-01-01T00:00:00Z\","
                            + "\"to\":\"2026-01-01T00:00:00Z\",\"quarters\":1234}]"
                    : "[]";
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, answer.getBytes(UTF_8).length);
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }
}
