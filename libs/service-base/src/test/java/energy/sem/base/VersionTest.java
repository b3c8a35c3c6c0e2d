package energy.sem.base;

import java.time.Instant;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionTest {

    @Test
    void this_build_says_its_version_and_the_commit_or_that_it_is_unknown() {
        Version version = Version.ofThisBuild();
        assertThat(version.version()).matches("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");
        assertThat(version.commit()).matches("unknown|[0-9a-f]{12,40}(-dirty)?");
        if (version.builtAt() != null) {
            assertThat(Instant.parse(version.builtAt())).isBeforeOrEqualTo(Instant.now());
        }
    }

    @Test
    void a_build_without_git_has_a_version_an_unknown_commit_and_no_time() {
        Properties written = new Properties();
        written.setProperty("version", "1.2.3");
        written.setProperty("commit", "");
        written.setProperty("builtAt", "");
        assertThat(Version.of(written)).isEqualTo(new Version("1.2.3", "unknown", null));
    }
}
