package energy.sem.system.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is installed or runs in containers is of a version that stands there: SEM's of the parent pom, others' to the end. */
class VersionsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("sem.checkout", ".."));
    private static final Pattern REVISION = Pattern.compile("<revision>(.+)</revision>");
    private static final Pattern OTHERS =
            Pattern.compile("(?:docker\\.io|ghcr\\.io|registry\\.k8s\\.io|quay\\.io)/[^\\s:@\"']+(?::([^\\s@\"']+))?");

    @ParameterizedTest
    @CsvSource({
        "infra/podman/sem.yaml, 'image: localhost/sem/[a-z-]+:(\\S+)'",
        "infra/podman/compose.yaml, 'image: \\$\\{SEM_PREFIX:-localhost/sem}/[a-z-]+:(\\S+)'",
        "infra/k8s/components/home-bridge/kustomization.yaml, 'localhost/sem/[a-z-]+, newTag: (\\S+) }'",
        "infra/k8s/base/kustomization.yaml, 'localhost/sem/[a-z-]+, newTag: (\\S+) }'",
        "infra/k8s/cluster/kustomization.yaml, 'localhost/sem/[a-z-]+, newTag: (\\S+) }'",
        "README.md, '(?:sem[-_]|--branch v)(\\d+\\.\\d+\\.\\d+)'",
        "docs/install.md, '(?:sem[-_]|--branch v)(\\d+\\.\\d+\\.\\d+)'",
    })
    void each_image_and_each_file_of_a_release_has_sems_version(String file, String named) throws IOException {
        Matcher revision = REVISION.matcher(Files.readString(CHECKOUT.resolve("pom.xml")));
        assertThat(revision.find()).isTrue();

        List<String> tags = Pattern.compile(named)
                .matcher(Files.readString(CHECKOUT.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(tags).isNotEmpty().containsOnly(revision.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "MariaDbContainer, 'docker\\.io/library/mariadb:\\S+?(?=[\"\\s@])'",
        "KafkaContainer, 'docker\\.io/apache/kafka:\\S+?(?=[\"\\s@])'",
    })
    void tests_in_containers_use_the_versions_of_pod_and_cluster(String container, String image) throws IOException {
        List<String> everywhere = new ArrayList<>();
        for (String file : List.of(
                "libs/local-services/src/main/java/energy/sem/local/test/" + container + ".java",
                "infra/podman/sem.yaml",
                "infra/podman/compose.yaml",
                "infra/k8s/base/" + container.replace("Container", "").toLowerCase(Locale.ROOT) + ".yaml")) {
            Matcher found = Pattern.compile(image).matcher(Files.readString(CHECKOUT.resolve(file)));
            assertThat(found.find()).as(file).isTrue();
            everywhere.add(found.group());
        }
        assertThat(everywhere).hasSize(4).containsOnly(everywhere.get(0));
    }

    @Test
    void images_of_others_have_exact_versions() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(CHECKOUT.resolve("infra"))) {
            files = all.filter(file -> file.toString().matches(".*(?:\\.ya?ml|Containerfile(?:\\.sem)?)"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        }
        int found = 0;
        for (Path file : files) {
            for (Matcher image = OTHERS.matcher(Files.readString(file)); image.find(); found++) {
                assertThat(String.valueOf(image.group(1)))
                        .as("%s in %s", image.group(), file)
                        .matches("v?\\d+\\.\\d+(?:\\.\\d+)?\\S*");
            }
        }
        assertThat(found).isGreaterThan(8);
    }
}
