package energy.sem.cli.past;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
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
import energy.sem.cli.past.HistoryDoor.Parameter;
import energy.sem.cli.screen.Screen;

/** {@code ./sem import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes a household's past from files of other systems (Fluvius, DSMR-reader, P1 Monitor, Home Assistant and others).",
            "It looks at each file first, says in words what it would do, and asks."
        },
        footer = {
            "Examples:",
            "./sem import Verbruikshistoriek.csv",
            "./sem import --anchor importT1=1234@2026-11-01T10:00 FILE",
            "./sem import --dsmr-reader http://192.168.1.5:7777 --source-key-file key.txt",
            "./sem import --list",
            "./sem import --undo 3"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int STEPS = 1000;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files as they were downloaded; also .gz and .zip.")
    private List<Path> files = List.of();

    @Option(names = "--meter", paramLabel = "NAME", description = "The meter. Default: the only one that there is.")
    private String meter;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only looks.")
    private boolean dryRun;

    @Option(names = "--list", description = "Shows the meter's imports.")
    private boolean list;

    @Option(names = "--undo", paramLabel = "N", description = "Takes an import out again as a whole; the newest first.")
    private Integer undo;

    @Option(names = "--zone", paramLabel = "Z", description = "Of times without one. Default: the household's.")
    private String zone;

    @Option(names = "--clock", paramLabel = "Z", description = "Of times that programs wrote, such as UTC.")
    private String clock;

    @Option(
            names = "--shift",
            paramLabel = "MINUTES",
            description = "Added to each time, where a dry run says that it is off.")
    private Integer shift;

    @Option(
            names = "--anchor",
            paramLabel = "REGISTER=VALUE@TIME",
            description = "What the meter's display showed, where SEM has not read it yet; repeatable.")
    private List<String> anchors = List.of();

    @Option(
            names = "--device",
            paramLabel = "SERIAL=SERIAL",
            description = "The serial number in the file, and the one that SEM knows the meter by; repeatable.")
    private List<String> devices = List.of();

    @Option(
            names = "--sensor",
            paramLabel = "NAME=MEANING",
            description = "What a sensor of the file counts: import-t1, import-t2, export-t1, gas, …; repeatable.")
    private List<String> sensors = List.of();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The file with sem.admin-key, or with the meter's own. Default: SEM_ADMIN_KEY, or the key of the ./sem up.")
    private Path keyFile;

    @Mixin
    private SourceOptions source;

    @Mixin
    private DoorOptions door;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int asked = (files.isEmpty() ? 0 : 1) + source.count() + (list ? 1 : 0) + (undo == null ? 0 : 1);
        if (asked != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "one of FILE…, --dsmr-reader URL, --original-sem WHERE, --list and --undo N is needed");
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw new StartFailure("there is no file " + file + ", or it is not yours to read.");
            }
        }
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        HistoryDoor history = door.openToImport(System.getenv(), keyFile);
        String name = meter != null ? meter : history.onlyMeter();
        if (list) {
            list(history.list(name), name, screen);
        } else if (undo != null) {
            history.undo(name, undo);
            screen.line("Import " + undo + " is out: what was there before is there again.");
        } else if (source.count() > 0) {
            Path fetched = source.fetch(System.getenv(), screen);
            try {
                take(history, name, fetched, source.words(), screen);
            } finally {
                SourceOptions.delete(fetched);
            }
        } else {
            for (Path file : files) {
                take(history, name, file, file.toString(), screen);
            }
        }
        return 0;
    }

    private void take(HistoryDoor history, String name, Path file, String what, Screen screen) {
        screen.line(what + " for meter " + name + ":");
        JsonNode plan = send(history, name, file, true, screen);
        plan.path("words").forEach(each -> screen.line("  " + each.asText()));
        if (plan.hasNonNull("refusal")) {
            throw new StartFailure(what + " was not taken, nothing was changed.");
        }
        if (plan.path("quarters").asLong() == 0) {
            screen.line("Nothing is to be done.");
            return;
        }
        if (dryRun) {
            screen.line("Nothing was changed: this was a dry run.");
            return;
        }
        ask();
        JsonNode done = send(history, name, file, false, screen);
        if (done.hasNonNull("refusal")) {
            throw new StartFailure(what + " was not taken, nothing was changed: "
                    + done.path("refusal").asText());
        }
        screen.line(String.format(
                Locale.ROOT,
                "Import %d is done: %,d quarter hours. \"%s --undo %d\" takes it out again.",
                done.path("imported").asInt(),
                done.path("quarters").asLong(),
                spec.qualifiedName(),
                done.path("imported").asInt()));
    }

    private JsonNode send(HistoryDoor history, String name, Path file, boolean onlyLook, Screen screen) {
        try (Shown shown = new Shown(screen)) {
            return history.send(name, file, parameters(onlyLook), shown::line);
        }
    }

    private List<Parameter> parameters(boolean onlyLook) {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter("dry-run", String.valueOf(onlyLook)));
        if (zone != null) {
            all.add(new Parameter("zone", zone));
        }
        if (clock != null) {
            all.add(new Parameter("clock", clock));
        }
        if (shift != null) {
            all.add(new Parameter("shift", String.valueOf(shift)));
        }
        if (!anchors.isEmpty()) {
            all.add(new Parameter("anchor", String.join(",", anchors)));
        }
        devices.forEach(each -> all.add(new Parameter("device", each)));
        sensors.forEach(each -> all.add(new Parameter("sensor", each)));
        return all;
    }

    private void ask() {
        if (yes) {
            return;
        }
        if (!Boolean.getBoolean("sem.terminal")) {
            throw new StartFailure("nobody is there to ask: --yes does it. Nothing was changed.");
        }
        System.out.print("Type yes to do it: ");
        System.out.flush();
        Scanner typed = new Scanner(System.in, Charset.defaultCharset());
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals("yes")) {
            throw new StartFailure("nothing was changed.");
        }
    }

    private static void list(JsonNode imports, String name, Screen screen) {
        if (imports.isEmpty()) {
            screen.line("Meter " + name + " has no imports.");
        }
        for (JsonNode each : imports) {
            screen.line(String.format(
                    Locale.ROOT,
                    "%4d  %s  %s  %s to %s  %,d quarter hours%s",
                    each.path("number").asInt(),
                    each.path("at").asText(),
                    each.path("format").asText(),
                    each.path("from").asText(),
                    each.path("to").asText(),
                    each.path("quarters").asLong(),
                    each.path("state").asText().equals("undone") ? "  (taken out)" : ""));
        }
    }

    /** Progress of one step after the other. */
    private static final class Shown implements AutoCloseable {
        private final Screen screen;
        private String step = "";
        private long done;
        private Screen.Progress progress;

        Shown(Screen screen) {
            this.screen = screen;
        }

        void line(JsonNode line) {
            String now = line.path("step").asText();
            if (!now.equals(step)) {
                close();
                step = now;
                done = 0;
                progress = screen.progress(now.substring(0, 1).toUpperCase(Locale.ROOT) + now.substring(1), STEPS);
            }
            long share = Math.round(line.path("share").asDouble() * STEPS);
            if (share > done) {
                progress.step(share - done);
                done = share;
            }
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.step(STEPS - done);
                progress.close();
                progress = null;
            }
        }
    }
}
