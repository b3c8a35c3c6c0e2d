package energy.sem.cli.registry;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

import energy.sem.registry.EntryKind;

/** {@code ./sem meter list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the meters that there are, of the registry and of the gateway's environment, and no key.")
final class MeterListCommand extends ListCommand {
    MeterListCommand() {
        super(EntryKind.METER);
    }

    @Override
    String set(JsonNode meter) {
        String settings = StreamSupport.stream(
                        meter.path("settings").properties().spliterator(), false)
                .map(one -> one.getKey() + "=" + one.getValue().asText())
                .collect(Collectors.joining(" "));
        return settings.isEmpty() ? "source=push" : settings;
    }
}
