package energy.sem.local.process;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunningClassPathTest {

    @Test
    void it_has_this_test() {
        assertThat(RunningClassPath.entries())
                .anyMatch(entry -> Files.exists(entry.resolve("energy/sem/local/process/RunningClassPathTest.class")));
    }

    @Test
    void jars_named_in_a_manifest_count_and_absent_ones_do_not(@TempDir Path folder) throws Exception {
        Path inner = jar(folder.resolve("inner part.jar"), null);
        Path outer = jar(folder.resolve("outer.jar"), "inner%20part.jar absent.jar outer.jar");
        assertThat(RunningClassPath.entries(outer + ":" + folder.resolve("gone.jar") + "::" + inner))
                .containsExactly(outer, inner);
    }

    private static Path jar(Path file, String classPath) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
        return file;
    }
}
