package energy.sem.cli.registry;

import java.util.List;
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

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem reader add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Adds a reader while SEM runs; with --if-version it changes what one reads. A new reader gets a key, which is shown this"
                    + " once and kept nowhere. A meter that it does not open does not exist for it."
        },
        footer = {
            "Examples:",
            "./sem reader add els --meters home,attic",
            "./sem reader add street --groups street",
            "./sem reader add caretaker --all"
        })
final class ReaderAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "1 to 32 lower-case letters and digits.")
    private String reader;

    @Option(names = "--meters", paramLabel = "NAMES", split = ",", description = "Meters, with commas between them.")
    private List<String> meters = List.of();

    @Option(
            names = "--groups",
            paramLabel = "NAMES",
            split = ",",
            description = "Groups, of which it reads every member.")
    private List<String> groups = List.of();

    @Option(names = "--all", description = "Every meter, and what is of the installation.")
    private boolean all;

    @Option(
            names = "--if-version",
            paramLabel = "N",
            description = "Has the reader that is there read this, and nothing else, if it is in this version still.")
    private Long version;

    @Mixin
    private GatewayOptions gateway;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (all != (meters.isEmpty() && groups.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say what it reads: --meters, --groups or both, or --all");
        }
        Map<String, Object> opens = new TreeMap<>();
        if (all) {
            opens.put("all", true);
        } else {
            opens.put("meters", meters);
            opens.put("groups", groups);
        }
        Map<String, String> query = version == null ? Map.of() : Map.of("version", version.toString());
        JsonNode added = gateway.open(System.getenv(), EntryKind.READER).put(reader, opens, query);
        Screen screen = new Screen(System.out, false);
        screen.line("Reader " + reader + " is " + (version == null ? "added" : "changed") + ", version "
                + added.path("version").asLong() + ".");
        KeyShown.line(added, screen);
        return 0;
    }
}
