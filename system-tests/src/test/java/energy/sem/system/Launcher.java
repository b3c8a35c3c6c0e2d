package energy.sem.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The script {@code ./sem} in a checkout of the test's own: the real script and the real program, without the sources. */
final class Launcher {
    private static final Path CHECKOUT =
            Path.of(System.getProperty("sem.checkout")).toAbsolutePath().normalize();

    private final Path root;

    private Launcher(Path root) {
        this.root = root;
    }

    /** A checkout that nothing was built in. */
    static Launcher unbuilt(Path root) throws IOException {
        for (String folder : List.of("libs", "services", "cli", "infra/mariadb")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.copy(CHECKOUT.resolve("sem"), root.resolve("sem"), StandardCopyOption.COPY_ATTRIBUTES);
        return new Launcher(root);
    }

    /** One that {@code ./sem} has built. */
    static Launcher built(Path root) throws IOException {
        Launcher launcher = unbuilt(root);
        copyProgram(root.resolve("cli/target"));
        Files.createDirectories(root.resolve(".sem"));
        Files.createFile(root.resolve(".sem/built"));
        return launcher;
    }

    /** An unpacked release. */
    static Launcher released(Path root) throws IOException {
        Files.createDirectories(root);
        Files.copy(CHECKOUT.resolve("sem"), root.resolve("sem"), StandardCopyOption.COPY_ATTRIBUTES);
        copyProgram(root.resolve("lib/cli"));
        return new Launcher(root);
    }

    private static void copyProgram(Path to) throws IOException {
        Path from = CHECKOUT.resolve("cli/target");
        Files.createDirectories(to.resolve("lib"));
        Files.copy(from.resolve("sem-cli.jar"), to.resolve("sem-cli.jar"));
        try (Stream<Path> jars = Files.list(from.resolve("lib"))) {
            // Of its libraries only those that are needed before anything starts; Kafka's are large.
            for (Path jar : jars.filter(
                            each -> each.getFileName().toString().matches("(picocli|sem|progressbar|jackson)-.*"))
                    .toList()) {
                Files.copy(jar, to.resolve("lib").resolve(jar.getFileName()));
            }
        }
    }

    Path root() {
        return root;
    }

    /** A program {@code mvn} that says what was asked of it in a file, takes its time, and leaves what a build leaves. */
    Path slowMaven(Path folder, Launcher result) throws IOException {
        Path mvn = Files.createDirectories(folder).resolve("mvn");
        Files.writeString(
                mvn,
                "#!/bin/sh\necho \"$*\" >>'" + folder + "/builds'\nsleep 3\ncp -R '" + result.root
                        + "/cli/target' cli/\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** Starts a path to the script, from a folder that has nothing to do with it. */
    static Process start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it said; errors after the rest. */
    static Said said(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, err);
    }

    /**
     * The end of a program.
     *
     * @param status its exit status
     * @param out its output
     * @param err its errors
     */
    record Said(int status, String out, String err) {}
}
