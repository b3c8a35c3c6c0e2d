package energy.sem.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which SEM this is: the same in every service of one build.
 *
 * @param version of SEM, by Semantic Versioning; not of the API, which is in its addresses
 * @param commit that it was built from, with {@code -dirty} when files were changed; {@code unknown} when there was no git
 * @param builtAt the time of that commit, so that two builds of it are the same; absent when there was no git
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"version", "commit"})
public record Version(
        @Schema(examples = "0.1.0") String version,
        @Schema(examples = "d2c884db57a0") String commit,
        @Schema(format = "date-time", examples = "2026-11-29T09:41:07Z") String builtAt) {
    private static final String UNKNOWN = "unknown";

    /** What Maven wrote into this jar. */
    public static Version ofThisBuild() {
        try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
            Properties written = new Properties();
            written.load(file);
            return of(written);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of service-base cannot be read", e);
        }
    }

    static Version of(Properties written) {
        String commit = written.getProperty("commit", "");
        String builtAt = written.getProperty("builtAt", "");
        return new Version(
                written.getProperty("version"),
                commit.isEmpty() ? UNKNOWN : commit,
                builtAt.isEmpty() ? null : builtAt);
    }
}
