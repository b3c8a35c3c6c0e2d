package energy.sem.history.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of src/test/typescript/package.json, installed in target by npm in exactly those versions. Not there without
 * Node and npm.
 */
final class NodeTools {
    private static final Path SOURCE = Path.of("src/test/typescript");
    private static final int INSTALL_MINUTES = 5;
    private static final int RUN_MINUTES = 2;

    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /** Installs them, once a build. Where there is no Node the test is skipped, and with {@code CI=true} it fails. */
    static NodeTools orSkip() {
        boolean there = Stream.of("node", "npm").allMatch(NodeTools::isOnPath);
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail("no Node with npm, and CI=true: install them (Debian: apt-get install nodejs npm)");
        }
        Assumptions.assumeTrue(there, "needs Node with npm (Debian: apt-get install nodejs npm)");
        return new NodeTools(installed(Path.of("target/typescript").toAbsolutePath()));
    }

    /** Where they are, and what is in src/test/typescript beside them. */
    Path folder() {
        return folder;
    }

    /** What a program says; its failure is the test's. */
    String run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        boolean isNode = program.equals("node");
        command.add(
                isNode
                        ? program
                        : folder.resolve("node_modules/.bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return run(folder, RUN_MINUTES, "", command);
    }

    private static Path installed(Path folder) {
        try (Stream<Path> files = Files.list(SOURCE)) {
            Files.createDirectories(folder);
            Path before = folder.resolve("installed.json");
            byte[] wanted = Files.readAllBytes(SOURCE.resolve("package.json"));
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(before) || !Arrays.equals(Files.readAllBytes(before), wanted)) {
                run(
                        folder,
                        INSTALL_MINUTES,
                        "npm could not install what the OpenAPI tests need; without a network: CI unset and no Node skips"
                                + " them. ",
                        List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"));
                Files.write(before, wanted);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Path folder, int minutes, String failure, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "said", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putIfAbsent("npm_config_fetch_timeout", "30000");
            builder.environment().put("REDOCLY_TELEMETRY", "off");
            builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
            Process process = builder.start();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                Assertions.fail(failure + String.join(" ", command) + (ended ? "" : " did not end") + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each).resolve(program)));
    }
}
