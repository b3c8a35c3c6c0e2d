package energy.sem.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import energy.sem.cli.process.Service;

/** {@code ./sem ports}: the gateway's own program, since only the gateway knows serial ports. */
@Command(
        name = "ports",
        mixinStandardHelpOptions = true,
        description = "Listens on every serial port, says what it heard, and prints the ./sem up line to type.")
public final class PortsCommand implements Callable<Integer> {
    private static final String PROGRAM = "energy.sem.source.SerialPortsMain";

    @Parameters(paramLabel = "DEVICE", description = "Listens on these only.", arity = "0..*")
    private List<String> devices = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Path application = Service.GATEWAY.application(Path.of(System.getProperty("sem.checkout", "")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                application.resolve("app") + "/*" + File.pathSeparator + application.resolve("lib/main") + "/*",
                PROGRAM));
        command.addAll(devices);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StartFailure("cannot listen: " + e.getMessage(), e);
        }
    }
}
