package energy.sem.cli.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import energy.sem.cli.StartFailure;
import energy.sem.cli.process.Ports;

/** Where the {@code ./sem up} that uses a data folder listens, written into it for other commands. */
public final class PortsFile {
    private static final String FILE = "ports.properties";

    private PortsFile() {}

    /**
     * Writes the ports into the folder.
     *
     * @throws StartFailure when they cannot be written
     */
    public static void write(Path folder, Ports ports) {
        Properties properties = new Properties();
        properties.setProperty("base", Integer.toString(ports.base()));
        properties.setProperty("kafka", Integer.toString(ports.kafka()));
        properties.setProperty("mariadb", Integer.toString(ports.mariaDb()));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "Where ./sem up listens; written at each start");
        } catch (IOException e) {
            throw new StartFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * The ports that were written into the folder.
     *
     * @throws StartFailure when they are not there or not whole
     */
    public static Ports read(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw new StartFailure(RunningUp.isNotThere(folder) + ".");
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new Ports(
                    Integer.parseInt(properties.getProperty("base", "")),
                    Integer.parseInt(properties.getProperty("kafka", "")),
                    Integer.parseInt(properties.getProperty("mariadb", "")));
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure(
                    file + " does not say where ./sem up listens: is it an older one? Start it again.", e);
        }
    }
}
