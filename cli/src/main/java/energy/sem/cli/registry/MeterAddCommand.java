package energy.sem.cli.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;

/** {@code ./sem meter add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Adds a meter while SEM runs, or many from a file; with --if-version it changes one. A meter that is pushed to gets a"
                    + " key, which is shown this once and kept nowhere."
        },
        footer = {
            "Examples:",
            "./sem meter add roof",
            "./sem meter add shop --source tcp://192.168.1.20:2323",
            "./sem meter add --file meters.csv --out keys.csv"
        })
final class MeterAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "1 to 32 lower-case letters and digits.")
    private String meter;

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "Where its telegrams come from, as sem.meters.<name>.source. Default: push.")
    private String source;

    @Option(names = "--serial", paramLabel = "TEXT", description = "The serial number for a source that sends none.")
    private String serial;

    @Option(names = "--time", paramLabel = "WORD", description = "Whose clock counts: meter, arrival or auto.")
    private String time;

    @Option(names = "--current-ratio", paramLabel = "RATIO", description = "Of its current transformer, such as 200/5.")
    private String currentRatio;

    @Option(names = "--voltage-ratio", paramLabel = "RATIO", description = "Of its voltage transformer, such as 100.")
    private String voltageRatio;

    @Option(names = "--publish-every", paramLabel = "TIME", description = "One telegram an interval, such as PT10S.")
    private String publishEvery;

    @Option(
            names = "--if-version",
            paramLabel = "N",
            description =
                    "Gives the meter that is there these settings, and no others, if it is in this version still.")
    private Long version;

    @Option(names = "--sensor", description = "A key of 19 characters: the original sensor holds no more.")
    private boolean sensor;

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description = "Many: a header with meter and any of source, serial, time, current-ratio, voltage-ratio,"
                    + " publish-every, then a line a meter.")
    private Path file;

    @Option(
            names = "--skip-faulty",
            description = "Adds those of --file that can be. Default: all of them, or none where a line cannot be.")
    private boolean skipFaulty;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the keys of --file go, which only you can read then. Default: they are shown.")
    private Path out;

    @Mixin
    private GatewayOptions gateway;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> settings = settings();
        if ((meter == null) == (file == null)) {
            throw new ParameterException(spec.commandLine(), "one of NAME and --file CSV is needed");
        }
        if (file != null && (!settings.isEmpty() || version != null)) {
            throw new ParameterException(
                    spec.commandLine(), "with --file settings stand in the file, and meters are new");
        }
        if (file == null && (out != null || skipFaulty)) {
            throw new ParameterException(
                    spec.commandLine(), (out != null ? "--out" : "--skip-faulty") + " goes with --file");
        }
        return file == null ? one(settings) : all();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        put(settings, "source", source);
        put(settings, "serial", serial);
        put(settings, "time", time);
        put(settings, "current-ratio", currentRatio);
        put(settings, "voltage-ratio", voltageRatio);
        put(settings, "publish-every", publishEvery);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        put(query, "version", version == null ? null : version.toString());
        put(query, "for", sensor ? "sensor" : null);
        put(query, "faulty", skipFaulty ? "skip" : null);
        return query;
    }

    private int one(Map<String, String> settings) {
        JsonNode added = gateway.open(System.getenv()).put(meter, settings, query());
        Screen screen = new Screen(System.out, false);
        screen.line("Meter " + meter + " is " + (version == null ? "added" : "changed") + ", version "
                + added.path("version").asLong() + ".");
        KeyShown.line(added, screen);
        return 0;
    }

    private int all() {
        byte[] csv;
        try {
            csv = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartFailure("there is no file " + file + ", or it is not yours to read.", e);
        }
        GatewayDoor door = gateway.open(System.getenv());
        Path keys = out == null ? null : made(out);
        String answer = answer(door, csv, keys);
        if (keys == null) {
            System.out.print(answer);
            System.out.flush();
        } else {
            write(keys, answer);
        }
        AddedLines lines = AddedLines.of(answer);
        lines.faults().forEach(fault -> System.err.println("sem: " + fault));
        System.err.println("sem: " + lines.added() + " added, " + lines.faults().size() + " not"
                + (keys == null ? "." : "; the keys are in " + keys + "."));
        return lines.faults().isEmpty() ? 0 : 1;
    }

    private String answer(GatewayDoor door, byte[] csv, Path keys) {
        try {
            return door.addAll(csv, query());
        } catch (StartFailure nothing) {
            if (keys != null) {
                forget(keys);
            }
            throw nothing;
        }
    }

    // An empty file would only be in the way of the next attempt.
    private static void forget(Path keys) {
        try {
            Files.deleteIfExists(keys);
        } catch (IOException e) {
            System.err.println("sem: " + keys + " is empty, and could not be deleted.");
        }
    }

    // Before anything is added: keys that cannot be written would be lost.
    private static Path made(Path file) {
        try {
            FileAttribute<?>[] onlyOurs =
                    file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            return Files.createFile(file, onlyOurs);
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure(file + " is there already: name another file for the keys. Nothing was added.", e);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be written: " + e.getMessage() + ". Nothing was added.", e);
        }
    }

    private static void write(Path file, String answer) {
        try {
            Files.writeString(file, answer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            System.out.print(answer);
            throw new StartFailure(file + " cannot be written, so the keys are shown above.", e);
        }
    }
}
