package energy.sem.gateway.find;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.source.find.LanAddresses;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** The administrator looks for meters: one that announces itself in this machine's network is found, with its source. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class SearchResourceTest {
    private static final String SEARCH = "/api/v1/sources/search";
    private static final int MOST_MILLIS = 60_000;

    @Test
    void a_device_that_announces_itself_is_found_and_nobody_else_may_search_meanwhile() throws Exception {
        InetAddress address = InetAddress.getByName(LanAddresses.all().get(0));
        try (JmDNS device = JmDNS.create(address)) {
            device.registerService(ServiceInfo.create(
                    "_hwenergy._tcp.local.",
                    "p1meter-0000f1",
                    80,
                    0,
                    0,
                    Map.of(
                            "api_enabled", "1",
                            "path", "/api/v1",
                            "serial", "5c2faf0000f1",
                            "product_name", "P1 Meter",
                            "product_type", "HWE-P1")));
            List<Response> both =
                    Stream.of(1, 2)
                            .map(each -> CompletableFuture.supplyAsync(SearchResourceTest::search))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(both).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 429);
            Response answer = both.get(both.get(0).statusCode() == 200 ? 0 : 1);
            assertThat(both.get(both.get(0).statusCode() == 200 ? 1 : 0).header("Retry-After"))
                    .isEqualTo("40");
            List<Map<String, String>> found = answer.path("found");
            assertThat(found)
                    .contains(Map.of(
                            "name", "p1meter-0000f1, " + address.getHostAddress(),
                            "what", "a HomeWizard P1 meter, by its API v1",
                            "source", "homewizard://" + address.getHostAddress()));
        }
    }

    @Test
    void only_the_administrators_key_opens_it() {
        given().post(SEARCH).then().statusCode(401).body("detail", containsString("sem.admin-key"));
        given().header("X-API-Key", TestMeters.keyOf("roof"))
                .post(SEARCH)
                .then()
                .statusCode(403);
        given().header("X-API-Key", TestMeters.ADMIN_KEY).get(SEARCH).then().statusCode(405);
    }

    /** Where the machine has serial ports, they are listened to for longer than a test's client waits by itself. */
    private static Response search() {
        return given().config(config().httpClient(httpClientConfig().setParam("http.socket.timeout", MOST_MILLIS)))
                .header("X-API-Key", TestMeters.ADMIN_KEY)
                .post(SEARCH);
    }
}
