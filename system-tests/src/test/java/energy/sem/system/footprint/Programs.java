package energy.sem.system.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;

/** The command lines of the services: as shipped, and with nothing said to the JVM. */
final class Programs {
    private final Map<Service, List<String>> shipped = new EnumMap<>(Service.class);
    private final Map<Service, List<String>> byDefault = new EnumMap<>(Service.class);

    private Programs() {}

    /**
     * Makes what a shape is shipped as: of images what {@code infra/podman/build} would copy, and the cache that {@code train} writes.
     *
     * @param checkout in which the services were built
     * @param folder for what is made, without a space in its name
     * @param java the home of the JVM that the services run on
     */
    static Programs of(Shape shape, Path checkout, Path folder, Path java) throws IOException, InterruptedException {
        Programs programs = new Programs();
        for (Service service : Service.values()) {
            if (shape == Shape.UP) {
                List<String> command = RunningService.command(service, checkout);
                programs.shipped.put(service, command);
                programs.byDefault.put(service, List.of(command.get(0), "-jar", command.get(command.size() - 1)));
            } else {
                programs.stage(
                        service, checkout, Files.createDirectories(folder.resolve(service.title())), java, shape);
            }
        }
        return programs;
    }

    private void stage(Service service, Path checkout, Path folder, Path java, Shape shape)
            throws IOException, InterruptedException {
        String program = java.resolve("bin/java").toString();
        run(
                java,
                checkout.resolve("infra/podman/build").toString(),
                "--skip-maven",
                "--stage",
                folder.toString(),
                service.title());
        Path arguments = folder.resolve("java.args");
        Files.writeString(arguments, Files.readString(arguments).replace("/opt/sem/", folder + "/"));
        Path fewer = folder.resolve("defaults.args");
        Files.writeString(
                fewer,
                Files.readAllLines(arguments).stream()
                        .filter(line -> !line.matches("-(XX|Xm|Xss).*"))
                        .collect(Collectors.joining("\n", "", "\n")));
        List<String> command = new ArrayList<>(List.of(program));
        if (shape.hasCache()) {
            run(java, folder.resolve("train").toString(), service.title(), folder.toString());
            command.add("-XX:AOTCache=" + folder.resolve("aot/sem.aot"));
        }
        command.add("@" + arguments);
        shipped.put(service, List.copyOf(command));
        byDefault.put(service, List.of(program, "@" + fewer));
    }

    private static void run(Path java, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().merge("PATH", java.resolve("bin").toString(), (path, first) -> first + ":" + path);
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    List<String> shipped(Service service) {
        return shipped.get(service);
    }

    List<String> byDefault(Service service) {
        return byDefault.get(service);
    }
}
