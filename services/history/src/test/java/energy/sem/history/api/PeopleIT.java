package energy.sem.history.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.restassured.path.json.JsonPath;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.browser.Chromium;
import energy.sem.history.PackagedHistory;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** People with tokens of a provider, and those who sign in at it. The packaged service, and a provider that speaks the protocol. */
class PeopleIT {
    private static final String ISSUER = "home";
    private static final List<String> TRACES = List.of("zebra", "777123");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Each who comes with a wrong token comes from elsewhere, or after ten of them all would have to wait. */
    private static final AtomicInteger CALLERS = new AtomicInteger();

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static PackagedHistory history;
    private static Telegrams telegrams;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        TestServices.get().migrate();
        telegrams = new Telegrams();
        SampleMeters.write("elshome", false, 3);
        SampleMeters.registers(
                "zebrahome",
                Instant.ofEpochSecond(Instant.now().getEpochSecond() / 900 * 900)
                        .minus(Duration.ofDays(3)),
                SampleMeters.rising(Map.of("import_t1_wh", 777_123_456L), Map.of("import_t1_wh", 100L), 288));
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        Path secret = Files.writeString(Path.of("target", "oidc-secret"), "not for anybody\nanother line");
        Map<String, String> settings = environment();
        settings.put("SEM_OIDC_AUTH_SERVER_URL", PROVIDER.issuerUrl(ISSUER).toString());
        settings.put("SEM_OIDC_SECRET", "@" + secret.toAbsolutePath());
        settings.put("SEM_HTTP_PROXIES", "127.0.0.1");
        history = PackagedHistory.start("people", settings);
        history.awaitLive();
        await().untilAsserted(() -> {
            speak();
            for (String meter : List.of("zebrahome", "elshome")) {
                assertThat(get("/api/v1/meters/" + meter + "/latest", "X-API-Key", "one")
                                .statusCode())
                        .isEqualTo(200);
            }
        });
    }

    @AfterAll
    static void end() {
        if (history != null) {
            history.close();
        }
        if (telegrams != null) {
            telegrams.close();
        }
        PROVIDER.shutdown();
    }

    /** A street as other tests of readers have it, by variables. */
    private static Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>();
        new WithReaders()
                .getConfigOverrides()
                .forEach((name, value) ->
                        settings.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return settings;
    }

    private static void speak() {
        Instant now = Instant.now();
        telegrams.send(Telegrams.event("elshome", now, 642, null));
        telegrams.send(Telegrams.event(
                "zebrahome",
                now,
                "1SEMzebra",
                RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 777_123_456L)),
                642,
                null));
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(history.address(path))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", "10.1.0." + CALLERS.incrementAndGet() % 250);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> as(String token, String path) throws Exception {
        return get(path, "Authorization", "Bearer " + token);
    }

    /** A token that the provider signed for this SEM, with more claims or other ones. */
    private static String token(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(
                Map.of("iss", PROVIDER.issuerUrl(ISSUER).toString(), "sub", "els", "aud", List.of("sem", "account")));
        claims.putAll(more);
        return PROVIDER.getConfig().getTokenProvider().jwt(claims, HOUR, ISSUER).serialize();
    }

    private static String els() {
        return token(Map.of("roles", List.of("household"), "meters", List.of("elshome", "elsattic")));
    }

    private static List<String> meters(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body()).getList("meters.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "reader"})
    void administrators_and_readers_read_every_meter(String role) throws Exception {
        assertThat(meters(as(token(Map.of("roles", List.of(role))), "/api/v1/meters")))
                .contains("elshome", "zebrahome");
    }

    @Test
    void a_household_reads_its_meters_however_the_claim_lists_them() throws Exception {
        for (Object listed : List.of(List.of("elshome", "elsattic"), "elshome elsattic", "elsattic,elshome")) {
            String token = token(Map.of("roles", "household", "meters", listed));
            assertThat(meters(as(token, "/api/v1/meters"))).containsExactly("elshome");
            assertThat(as(token, "/api/v1/meters/elshome/latest").statusCode()).isEqualTo(200);
            assertThat(as(token, "/get-esp-data.php?selector=0").statusCode()).isEqualTo(200);
        }
    }

    static Stream<Map<String, Object>> claims_that_open_nothing() {
        return Stream.of(
                Map.of(),
                Map.of("meters", List.of("elshome")),
                Map.of("roles", List.of("household")),
                Map.of("roles", List.of("household"), "meters", List.of(1, 2)),
                Map.of("roles", List.of("household"), "meters", Map.of("elshome", "elshome")),
                Map.of("roles", Map.of("admin", "admin")));
    }

    @ParameterizedTest
    @MethodSource("claims_that_open_nothing")
    void who_is_known_and_has_no_role_or_no_meter_is_told_so(Map<String, Object> claims) throws Exception {
        HttpResponse<String> refused = as(token(claims), "/api/v1/meters");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonPath.from(refused.body()).getString("detail")).contains("your token's claim");
        assertThat(refused.body()).doesNotContain("elshome");
    }

    static Stream<String> wrong_tokens() {
        Map<String, Object> admin = Map.of("roles", "admin");
        String good = token(admin);
        String other = token(Map.of("roles", "household"));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(PROVIDER.issuerUrl(ISSUER).toString())
                .audience("sem")
                .subject("els")
                .issueTime(ago(Duration.ZERO))
                .expirationTime(Date.from(Instant.now().plus(HOUR)))
                .claim("roles", "admin")
                .build();
        String unsigned = new PlainJWT(claims).serialize();
        return Stream.of(
                "another's signature: " + good.substring(0, good.lastIndexOf('.'))
                        + other.substring(other.lastIndexOf('.')),
                "no signature: " + good.substring(0, good.lastIndexOf('.') + 1),
                "alg none: " + unsigned,
                "alg none and a signature: " + unsigned + good.substring(good.lastIndexOf('.') + 1),
                "another issuer's key: "
                        + PROVIDER.anyToken(
                                        PROVIDER.issuerUrl("elsewhere"), Map.of("aud", "sem", "roles", "admin"), HOUR)
                                .serialize(),
                "another issuer, our key: " + token(Map.of("roles", "admin", "iss", "https://elsewhere.example")),
                "another audience: " + token(Map.of("roles", "admin", "aud", List.of("account"))),
                "not yet: "
                        + token(Map.of(
                                "roles", "admin", "nbf", Date.from(Instant.now().plus(HOUR)))),
                "no JSON: "
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString("{\"alg\":".getBytes(StandardCharsets.UTF_8))
                        + ".e30.x",
                "three dots: a.b.c");
    }

    @ParameterizedTest
    @MethodSource("wrong_tokens")
    void a_token_that_is_not_the_providers_for_this_sem_and_for_now_opens_nothing(String wrong) throws Exception {
        HttpResponse<String> refused = as(wrong.substring(wrong.indexOf(": ") + 2), "/api/v1/meters");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.from(refused.body()).getString("detail")).contains("token");
    }

    @Test
    void an_expired_token_opens_nothing_and_is_no_guess() throws Exception {
        String expired =
                token(Map.of("roles", "admin", "iat", ago(HOUR), "nbf", ago(HOUR), "exp", ago(Duration.ofSeconds(15))));
        for (int time = 0; time < 15; time++) {
            HttpResponse<String> refused = get(
                    "/api/v1/meters/elshome/live", "Authorization", "Bearer " + expired, "X-Forwarded-For", "10.2.0.1");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("expired");
        }
    }

    private static Date ago(Duration duration) {
        return Date.from(Instant.now().minus(duration));
    }

    @Test
    void whoever_guesses_tokens_has_to_wait_as_with_keys_and_a_right_one_always_gets_in() throws Exception {
        String wrong = token(Map.of("roles", "admin", "aud", "account"));
        HttpRequest.Builder guess =
                HttpRequest.newBuilder(history.address("/api/v1/meters")).header("X-Forwarded-For", "10.3.0.1");
        HttpResponse<String> refused = null;
        for (int time = 0; time < 11; time++) {
            refused = http.send(
                    guess.copy().header("Authorization", "Bearer " + wrong).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(http.send(guess.copy().header("X-API-Key", "wrong").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as("keys and tokens are counted together")
                .isEqualTo(429);
        assertThat(http.send(
                                guess.copy()
                                        .header("Authorization", "Bearer " + els())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void read_keys_open_as_before_and_come_first() throws Exception {
        assertThat(meters(get("/api/v1/meters", "X-API-Key", "one"))).contains("zebrahome");
        assertThat(meters(as("two", "/api/v1/meters"))).contains("zebrahome");
        assertThat(meters(as("of-els", "/api/v1/meters"))).containsExactly("elshome");
        assertThat(get("/api/v1/meters", "X-API-Key", "three").statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/meters", "X-API-Key", "three", "Authorization", "Bearer " + els())
                        .statusCode())
                .as("who sends a key is judged by it")
                .isEqualTo(403);
        assertThat(get("/api/v1/meters").statusCode()).isEqualTo(401);
        assertThat(as("a.b.c", "/api/v1/version").statusCode()).isEqualTo(200);
        assertThat(as(els(), "/q/metrics").statusCode())
                .as("metrics are for keys")
                .isEqualTo(403);
    }

    @Test
    void nothing_that_a_household_is_answered_has_a_trace_of_another() throws Exception {
        String token = els();
        String document = get("/q/openapi?format=json").body();
        for (String address : Addresses.of(document, "elshome")) {
            HttpResponse<String> answer = as(token, address);
            String said = address.contains("zebradeal") ? answer.body().replace("zebradeal\\\"", "") : answer.body();
            for (String trace : TRACES) {
                assertThat((said + answer.headers().map()).toLowerCase(Locale.ROOT))
                        .as(address)
                        .doesNotContain(trace);
            }
        }
        List<String> others = Addresses.of(document, "zebrahome");
        List<String> absent = Addresses.of(document, "not777xyz");
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).contains("zebrahome")) {
                HttpResponse<String> other = as(token, others.get(i));
                HttpResponse<String> none = as(token, absent.get(i));
                assertThat(other.statusCode()).as(others.get(i)).isEqualTo(404);
                assertThat(told(other, "zebrahome")).as(others.get(i)).isEqualTo(told(none, "not777xyz"));
            }
        }
        assertThat(as(token, "/api/v1/meters/elshome/history/week,0").statusCode())
                .isEqualTo(200);
    }

    private static String told(HttpResponse<String> answer, String name) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + answer.body().replace(name, "?");
    }

    @Test
    void a_live_stream_ends_with_the_token_that_opened_it() throws Exception {
        String token = token(Map.of(
                "roles",
                "household",
                "meters",
                "elshome",
                "exp",
                Date.from(Instant.now().plusSeconds(4))));
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(history.address("/api/v1/meters/elshome/live"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        Instant begun = Instant.now();
        int readings = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                readings += line.startsWith("data:") ? 1 : 0;
            }
        }
        assertThat(readings).isPositive();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(40));
    }

    /** A browser: keeps cookies, and is sent from place to place. */
    private static final class Visitor {
        final CookieManager cookies = new CookieManager();
        final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(URI address) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        }

        static URI sentTo(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
        }

        /** Signs in as who the provider says. */
        HttpResponse<String> signIn(Map<String, Object> claims, Duration lasting) throws Exception {
            PROVIDER.enqueueCallback(callback(claims, lasting));
            URI back = sentTo(get(sentTo(get(history.address("/sign-in")))));
            return get(back);
        }
    }

    private static DefaultOAuth2TokenCallback callback(Map<String, Object> claims, Duration lasting) {
        return new DefaultOAuth2TokenCallback(ISSUER, "els", "JWT", List.of("sem"), claims, lasting.toSeconds());
    }

    @Test
    void a_browser_signs_in_reads_its_meters_and_signs_out() throws Exception {
        Visitor els = new Visitor();
        HttpResponse<String> asked = els.get(history.address("/api/v1/meters"));
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().firstValue("SEM-Sign-In")).hasValue("sign-in");
        assertThat(asked.headers().firstValue("Content-Type")).hasValue("application/problem+json");

        URI provider = Visitor.sentTo(els.get(history.address("/sign-in")));
        assertThat(provider.toString())
                .startsWith(PROVIDER.authorizationEndpointUrl(ISSUER).toString());
        assertThat(provider.getQuery())
                .contains("code_challenge_method=S256", "nonce=", "state=", "client_id=sem", "/sign-in");

        HttpResponse<String> in = els.signIn(Map.of("roles", List.of("household"), "meters", List.of("elshome")), HOUR);
        assertThat(Visitor.sentTo(in)).isEqualTo(history.address("/"));
        List<String> set = in.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("q_session"))
                .toList();
        assertThat(set).isNotEmpty().allSatisfy(each -> assertThat(each)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain("eyJraWQ"));

        HttpResponse<String> own = els.get(history.address("/api/v1/meters"));
        assertThat(meters(own)).containsExactly("elshome");
        assertThat(own.headers().firstValue("SEM-Sign-Out")).hasValue("sign-out");
        assertThat(own.headers().firstValue("Cache-Control").orElse("no-store")).containsAnyOf("private", "no-store");
        assertThat(els.get(history.address("/api/v1/meters/zebrahome/latest")).statusCode())
                .isEqualTo(404);

        URI end = Visitor.sentTo(els.get(history.address("/sign-out")));
        assertThat(end.toString())
                .startsWith(PROVIDER.endSessionEndpointUrl(ISSUER).toString())
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        HttpResponse<String> gone = els.get(history.address("/api/v1/meters"));
        assertThat(gone.statusCode()).isEqualTo(401);
        assertThat(gone.headers().firstValue("SEM-Sign-In")).hasValue("sign-in");
    }

    @Test
    void a_session_that_has_ended_is_renewed_while_somebody_looks() throws Exception {
        Visitor els = new Visitor();
        els.signIn(Map.of("roles", "household", "meters", "elshome"), Duration.ofSeconds(1));
        PROVIDER.enqueueCallback(callback(Map.of("roles", "household", "meters", "elsattic elshome"), HOUR));

        await().untilAsserted(() -> {
            HttpResponse<String> answer = els.get(history.address("/api/v1/meters"));
            assertThat(meters(answer)).containsExactly("elshome");
            assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(each -> each.startsWith("q_session"));
        });
    }

    @Test
    void a_cookie_that_somebody_made_opens_nothing() throws Exception {
        for (String value : List.of("x", "a.b.c", els())) {
            HttpResponse<String> refused = get("/api/v1/meters", "Cookie", "q_session_people=" + value);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("SEM-Sign-In")).hasValue("sign-in");
        }
        HttpResponse<String> forged = get("/sign-in?state=mine&code=made", "Cookie", "q_auth_people_mine=mine");
        assertThat(forged.statusCode()).isIn(302, 401);
        assertThat(forged.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("q_session_people=e"));
    }

    @Test
    void the_page_lets_one_sign_in_and_out_and_shows_ones_meters() throws Exception {
        try (Chromium chromium = Chromium.orSkip()) {
            Page page = chromium.page(1366, 768);
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.navigate(history.address("/").toString());
            page.locator("#sign-in").waitFor();
            assertThat(page.locator("#notice").innerText()).contains("sign in");
            PROVIDER.enqueueCallback(callback(Map.of("roles", "household", "meters", "elshome"), HOUR));
            page.locator("#sign-in").click();

            page.locator("#cockpit").waitFor();
            assertThat(page.locator("#sign-out").isVisible()).isTrue();
            assertThat(page.locator("#key-form").isVisible()).isFalse();
            assertThat(page.content()).contains("elshome").doesNotContain("zebra");
            assertThat((Boolean)
                            page.evaluate("caches.open('sem-figures').then(c => c.keys()).then(k => k.length === 0)"))
                    .as("what somebody signed in for is kept nowhere")
                    .isTrue();

            page.locator("#sign-out").click();
            page.navigate(history.address("/").toString());
            page.locator("#sign-in").waitFor();
            assertThat(page.content()).doesNotContain("elshome");

            PROVIDER.enqueueCallback(callback(Map.of("roles", "guest"), HOUR));
            page.locator("#sign-in").click();
            page.locator("#sign-out").waitFor();
            assertThat(page.locator("#notice").innerText()).contains("your token's claim roles");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_provider_that_is_away_shuts_out_people_only_and_is_found_when_it_is_back() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        MockOAuth2Server late = new MockOAuth2Server();
        Map<String, String> settings = environment();
        settings.put("SEM_OIDC_AUTH_SERVER_URL", "http://localhost:" + port + "/late");
        settings.put("SEM_OIDC_SECRET", "another");
        settings.put("SEM_OIDC_ROLES_CLAIM", "realm_access/roles");
        settings.put("SEM_OIDC_PAGE_URL", "https://sem.example.org/street/");
        try (PackagedHistory alone = PackagedHistory.start("provider-away", settings)) {
            alone.awaitLive();
            for (String header : List.of("a.b.c", els())) {
                HttpResponse<String> refused = send(alone, "/api/v1/meters", "Authorization", "Bearer " + header);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("cannot be reached", "Read keys open as always");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(send(alone, "/sign-in").statusCode()).isEqualTo(503);
            assertThat(send(alone, "/sign-in").body()).contains("cannot be reached");
            assertThat(send(alone, "/api/v1/meters", "X-API-Key", "one").statusCode())
                    .isEqualTo(200);
            assertThat(alone.said().split("cannot be reached", -1))
                    .as("said once")
                    .hasSize(2);

            late.start(InetAddress.getLoopbackAddress(), port);
            String token = late.getConfig()
                    .getTokenProvider()
                    .jwt(
                            Map.of(
                                    "iss",
                                    "http://localhost:" + port + "/late",
                                    "sub",
                                    "els",
                                    "aud",
                                    "sem",
                                    "realm_access",
                                    Map.of("roles", List.of("reader"))),
                            HOUR,
                            "late")
                    .serialize();
            await().untilAsserted(() -> assertThat(send(alone, "/api/v1/meters", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200));
            assertThat(alone.said()).contains("can be reached again");

            HttpResponse<String> begun = send(alone, "/sign-in");
            assertThat(begun.headers().firstValue("Location").orElseThrow())
                    .contains("redirect_uri=https%3A%2F%2Fsem.example.org%2Fstreet%2Fsign-in");
            HttpCookie state = HttpCookie.parse(
                            begun.headers().firstValue("Set-Cookie").orElseThrow())
                    .get(0);
            assertThat(state.getSecure() && state.isHttpOnly())
                    .as("the page is reached by https")
                    .isTrue();

            late.shutdown();
            HttpResponse<String> code = send(
                    alone,
                    "/sign-in?code=made&state=" + state.getName().replaceFirst(".*_", ""),
                    "Cookie",
                    state.getName() + "=" + state.getValue());
            assertThat(code.statusCode()).isEqualTo(503);
            assertThat(code.body()).contains("cannot be reached");
            assertThat(send(alone, "/api/v1/meters", "Authorization", "Bearer " + token)
                            .statusCode())
                    .as("its keys are known")
                    .isEqualTo(200);
            assertThat(alone.said()).doesNotContain(token, "Exception");
        }
    }

    private static HttpResponse<String> send(PackagedHistory to, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.address(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEM_OIDC_PAGE_URL | http://sem.local | signing in needs sem.read-keys too",
                "SEM_READ_KEYS | one | \"localhost:8080/realms/home\" is no address of http or https",
                "SEM_OIDC_SECRET | @/not/there | the file /not/there of sem.oidc.secret cannot be read"
            })
    void settings_that_do_not_fit_together_stop_the_start_with_a_line(String more, String value, String line)
            throws Exception {
        String url = more.equals("SEM_READ_KEYS")
                ? "localhost:8080/realms/home"
                : PROVIDER.issuerUrl(ISSUER).toString();
        try (PackagedHistory wrong =
                PackagedHistory.start("people-wrong", Map.of("SEM_OIDC_AUTH_SERVER_URL", url, more, value))) {
            wrong.awaitEnd();
            assertThat(wrong.said()).contains(line).doesNotContain("at energy.sem");
        }
    }

    @Test
    void no_token_and_no_secret_stands_in_the_log() throws Exception {
        String token = els();
        as(token, "/api/v1/meters");
        as(token + "x", "/api/v1/meters");
        assertThat(history.said()).doesNotContain(token, "not for anybody", "eyJ");
    }
}
