package energy.sem.system;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script {@code ./sem} before it becomes the Java program. */
class LauncherIT {
    @TempDir
    private Path jdk;

    @Test
    void a_jdk_that_is_too_old_is_named_with_its_version() throws Exception {
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(failure())
                .isEqualTo("sem: a JDK of version 17 or newer is needed and " + java
                        + " is version 11: install one and set JAVA_HOME to it.");
    }

    @Test
    void a_folder_without_java_is_named() throws Exception {
        assertThat(failure())
                .isEqualTo("sem: no Java was found in JAVA_HOME (" + jdk + "): install a JDK of version 17 or newer.");
    }

    private String failure() throws Exception {
        Path sem = Path.of(System.getProperty("sem.checkout")).resolve("sem");
        ProcessBuilder builder = new ProcessBuilder(sem.toString(), "up").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return said;
    }
}
