package energy.sem.system.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No jar that is packaged is of a version whose weakness stands in known-weaknesses.csv, and each is named in its bill of materials;
 * works without the Internet.
 */
class ShippedJarsIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("sem.checkout", ".."));
    private static final Pattern JAR = Pattern.compile("(?:.*\\.)?([A-Za-z0-9_-]+(?:_2\\.13)?)-(\\d[^/]*)\\.jar");

    @Test
    void no_shipped_library_has_a_known_weakness() throws IOException {
        List<String> jars = shipped();
        assertThat(jars).as("jars of the services and of ./sem").hasSizeGreaterThan(200);

        List<String> weak = new ArrayList<>();
        for (Weakness weakness : known()) {
            jars.stream()
                    .filter(weakness::isIn)
                    .map(jar -> jar + ": " + weakness)
                    .forEach(weak::add);
        }
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "io.netty.netty-codec-http-4.1.124.Final.jar, netty-codec-http, 4.1.125.Final, true",
        "io.netty.netty-codec-http-4.1.125.Final.jar, netty-codec-http, 4.1.125.Final, false",
        "io.netty.netty-codec-http-4.1.133.Final.jar, netty-codec-http, 4.1.125.Final, false",
        "io.netty.netty-codec-http2-4.1.9.Final.jar, netty-codec-http2, 4.1.124.Final, true",
        "io.netty.netty-codec-http2-4.1.9.Final.jar, netty-codec-http, 4.1.124.Final, false",
        "lz4-java-1.8.0.jar, lz4-java, 1.10.1, true",
        "lz4-java-1.10.1.jar, lz4-java, none, true",
        "jackson-core-2.21.jar, jackson-core, 2.15.0, false",
        "jackson-databind-2.13.4.jar, jackson-databind, 2.13.4.2, true",
        "kafka_2.13-4.1.2.jar, kafka_2.13, 4.0.0, false",
    })
    void a_version_before_the_one_that_mends_it_is_found(String jar, String artifact, String mended, boolean weak) {
        assertThat(new Weakness(artifact, mended, "X", "").isIn(jar)).isEqualTo(weak);
    }

    /** A jar is named with its group beside a service, without it beside ./sem. */
    @ParameterizedTest
    @CsvSource({
        "services/meter-gateway, quarkus-app/lib, sem-meter-gateway, true",
        "services/ingest, quarkus-app/lib, sem-ingest, true",
        "services/history, quarkus-app/lib, sem-history, true",
        "services/display-feed, quarkus-app/lib, sem-display-feed, true",
        "services/home-bridge, quarkus-app/lib, sem-home-bridge, true",
        "cli, lib, sem-cli, false",
    })
    void the_bill_of_materials_names_each_jar(String module, String libraries, String artifact, boolean grouped)
            throws IOException {
        Path target = CHECKOUT.resolve(module).resolve("target");
        JsonNode bill = new ObjectMapper()
                .readTree(target.resolve(artifact + ".cdx.json").toFile());
        List<String> named = new ArrayList<>();
        bill.path("components")
                .forEach(part -> named.add((grouped ? part.path("group").asText() + "." : "")
                        + part.path("name").asText() + "-"
                        + part.path("version").asText() + ".jar"));

        assertThat(jars(target.resolve(libraries))).isNotEmpty().isSubsetOf(named);
    }

    private static List<String> shipped() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String folder : List.of(
                "services/meter-gateway/target/quarkus-app/lib",
                "services/ingest/target/quarkus-app/lib",
                "services/history/target/quarkus-app/lib",
                "services/display-feed/target/quarkus-app/lib",
                "services/home-bridge/target/quarkus-app/lib",
                "cli/target/lib")) {
            jars.addAll(jars(CHECKOUT.resolve(folder)));
        }
        return jars;
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static List<Weakness> known() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ShippedJarsIT.class.getResourceAsStream("known-weaknesses.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Weakness(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    private record Weakness(String artifact, String mended, String advisory, String what) {

        boolean isIn(String jar) {
            Matcher name = JAR.matcher(jar);
            return name.matches()
                    && name.group(1).equals(artifact)
                    && (mended.equals("none") || isBefore(name.group(2), mended));
        }

        /** By the numbers of both, in order; one that ends first is before one that goes on. */
        private static boolean isBefore(String version, String other) {
            int[] a = numbers(version);
            int[] b = numbers(other);
            for (int i = 0; i < Math.min(a.length, b.length); i++) {
                if (a[i] != b[i]) {
                    return a[i] < b[i];
                }
            }
            return a.length < b.length && b[a.length] > 0;
        }

        private static int[] numbers(String version) {
            return Stream.of(version.split("[.-]"))
                    .takeWhile(part -> part.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
    }
}
