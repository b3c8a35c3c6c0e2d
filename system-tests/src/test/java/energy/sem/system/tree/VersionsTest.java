package energy.sem.system.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What runs in containers is of a version that stands there: SEM's own of the parent pom, others' to the last number. */
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
    })
    void each_of_sems_images_has_sems_version(String file, String image) throws IOException {
        Matcher revision = REVISION.matcher(Files.readString(CHECKOUT.resolve("pom.xml")));
        assertThat(revision.find()).isTrue();

        List<String> tags = Pattern.compile(image)
                .matcher(Files.readString(CHECKOUT.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(tags).isNotEmpty().containsOnly(revision.group(1));
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
