package energy.sem.cli.registry;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem reader list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the readers that there are, of the registry and of the gateway's environment, and no key.")
final class ReaderListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As the gateway answers it.")
    private boolean json;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        Screen screen = new Screen(System.out, false);
        JsonNode readers = gateway.open(System.getenv(), EntryKind.READER).list();
        if (json) {
            screen.line(readers.toPrettyString());
            return 0;
        }
        if (readers.isEmpty()) {
            screen.line("There is no reader.");
        }
        readers.forEach(each -> screen.line(line(each)));
        return 0;
    }

    private static String line(JsonNode reader) {
        String opens = reader.path("all").asBoolean()
                ? "all"
                : Stream.of("meters", "groups")
                        .filter(what -> !reader.path(what).isEmpty())
                        .map(what -> what + "=" + names(reader.path(what)))
                        .collect(Collectors.joining(" "));
        return EntryLine.of(reader, EntryKind.READER, opens);
    }

    private static String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
