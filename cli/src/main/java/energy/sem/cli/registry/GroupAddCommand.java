package energy.sem.cli.registry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** {@code ./sem group add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Adds a group of meters while SEM runs; with --if-version it makes another of one that is there. Who is a member now is one in"
                    + " past periods too: nothing of a group is stored."
        },
        footer = {
            "Examples:",
            "./sem group add street --members anna,bert,cleo",
            "./sem group add street --members anna,bert,roof --key fixed --shares anna:60,bert:40",
            "./sem group add street --members anna,bert,cleo,dora --if-version 1"
        })
final class GroupAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "1 to 32 lower-case letters and digits.")
    private String group;

    @Option(
            names = "--members",
            paramLabel = "NAMES",
            split = ",",
            required = true,
            description = "Meters, all of them, with commas between them; they need not be there yet.")
    private List<String> members;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "How they share: fixed, fixed-rounds, relative, priority or optimal. Default: relative.")
    private String key;

    @Option(
            names = "--shares",
            paramLabel = "NAME:PERCENT",
            split = ",",
            description = "Members with their percent, together 100, for fixed, fixed-rounds and optimal.")
    private List<String> shares = List.of();

    @Option(
            names = "--if-version",
            paramLabel = "N",
            description = "Has the group that is there be this, and nothing else, if it is in this version still.")
    private Long version;

    @Mixin
    private GatewayOptions gateway;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("members", members.stream().map(String::strip).toList());
        if (key != null) {
            said.put("key", key);
        }
        if (!shares.isEmpty()) {
            said.put("shares", percents());
        }
        Map<String, String> query = version == null ? Map.of() : Map.of("version", version.toString());
        JsonNode added = gateway.open(System.getenv(), EntryKind.GROUP).put(group, said, query);
        new Screen(System.out, false)
                .line("Group " + group + " is " + (version == null ? "added" : "changed") + ", version "
                        + added.path("version").asLong() + ".");
        return 0;
    }

    private Map<String, BigDecimal> percents() {
        Map<String, BigDecimal> percents = new LinkedHashMap<>();
        for (String each : shares) {
            String[] parts = each.split(":", -1);
            if (parts.length != 2 || !parts[1].strip().matches("[0-9]{1,3}(\\.[0-9]+)?")) {
                throw new ParameterException(
                        spec.commandLine(), "--shares: \"" + each + "\" is no member and its percent, such as anna:60");
            }
            if (percents.put(parts[0].strip(), new BigDecimal(parts[1].strip())) != null) {
                throw new ParameterException(spec.commandLine(), "--shares: " + parts[0].strip() + " has two");
            }
        }
        return percents;
    }
}
