package energy.sem.history.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who asks for gzip gets it, and everything else about an answer stays the same. */
@QuarkusTest
class CompressionTest {
    private static final String MONTH = "/api/v1/meters/light/history/month,-1";

    /** What a page may weigh; its figures have to fit in what is left of 200 kB, which the browser's test adds up. */
    private static final int MOST_BYTES = 100_000;

    /** What an HTML page, a module or a style sheet makes a browser fetch. */
    private static final Pattern FETCHED =
            Pattern.compile("(?:<script[^>]*\\ssrc=|<link[^>]*\\shref=|\\bfrom |\\bimport )\"([\\w./-]+)\"");

    @TestHTTPResource
    URI root;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("light", false, 70);
    }

    @ParameterizedTest
    @ValueSource(strings = {MONTH, "/api/v1/meters", "/", "/page/main.js", "/page/style.css", "/icon.svg"})
    void whoever_asks_for_gzip_gets_the_same_in_fewer_bytes(String address) throws Exception {
        HttpResponse<byte[]> plain = get(address);
        HttpResponse<byte[]> compressed = get(address, "Accept-Encoding", "gzip");

        assertThat(plain.headers().allValues("Content-Encoding")).doesNotContain("gzip");
        assertThat(compressed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length);
        assertThat(unpacked(compressed)).isEqualTo(plain.body());
        assertThat(compressed.headers().allValues("Vary"))
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("accept-encoding"));
    }

    @Test
    void a_tag_is_known_again_compressed_or_not_weak_or_not() throws Exception {
        String tag = get(MONTH).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"");
        assertThat(get(MONTH, "Accept-Encoding", "gzip").headers().firstValue("ETag"))
                .contains(tag);
        for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            for (String encoding : List.of("gzip", "identity")) {
                HttpResponse<byte[]> again = get(MONTH, "If-None-Match", known, "Accept-Encoding", encoding);
                assertThat(again.statusCode()).as(known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).contains(tag);
            }
        }
        assertThat(get(MONTH, "If-None-Match", "W/\"other\"", "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js", "/words/en.js"})
    void a_browser_asks_for_the_page_again_so_that_an_upgrade_is_seen_and_nothing_is_sent_twice(String address)
            throws Exception {
        HttpResponse<byte[]> file = get(address);
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String modified = file.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<byte[]> again = get(address, "If-Modified-Since", modified, "Accept-Encoding", "gzip");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_page_with_all_that_it_fetches_is_light() throws Exception {
        Set<URI> known = new HashSet<>(Set.of(root));
        Deque<URI> open = new ArrayDeque<>(known);
        int bytes = 0;
        while (!open.isEmpty()) {
            URI each = open.remove();
            HttpResponse<byte[]> file = get(each, "Accept-Encoding", "gzip");
            assertThat(file.statusCode()).as(each.toString()).isEqualTo(200);
            bytes += file.body().length + headers(file);
            for (String found : fetched(new String(unpacked(file), StandardCharsets.UTF_8))) {
                URI next = each.resolve(found);
                if (known.add(next)) {
                    open.add(next);
                }
            }
        }
        assertThat(known.stream().map(URI::getPath))
                .as("what is fetched")
                .contains("/page/main.js", "/page/style.css", "/words/fr.js", "/page/bars.js");
        assertThat(bytes).as("of %s", known).isLessThan(MOST_BYTES);
    }

    private static Set<String> fetched(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = FETCHED.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        if (text.contains("import(`../words/${chosen}.js`)")) {
            found.add("/words/fr.js"); // one language is fetched: the one with the longest words
        }
        return found;
    }

    private static int headers(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .mapToInt(each ->
                        each.getKey().length() + 4 + each.getValue().toString().length())
                .sum();
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().allValues("Content-Encoding").contains("gzip")) {
            return response.body();
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return unpacked.readAllBytes();
        }
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        return get(root.resolve(address), headers);
    }

    private HttpResponse<byte[]> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
