package energy.sem.cli.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

import energy.sem.registry.EntryKind;

/** {@code ./sem reader list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the readers that there are, of the registry and of the gateway's environment, and no key.")
final class ReaderListCommand extends ListCommand {
    ReaderListCommand() {
        super(EntryKind.READER);
    }

    @Override
    String set(JsonNode reader) {
        return reader.path("all").asBoolean()
                ? "all"
                : Stream.of("meters", "groups")
                        .filter(what -> !reader.path(what).isEmpty())
                        .map(what -> what + "=" + names(reader.path(what)))
                        .collect(Collectors.joining(" "));
    }
}
