package energy.sem.cli.registry;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** Shows what is administered of a kind, a line each. */
abstract class ListCommand implements Callable<Integer> {
    private final EntryKind<?> kind;

    @Option(names = "--json", description = "As the gateway answers it.")
    private boolean json;

    @Mixin
    private GatewayOptions gateway;

    ListCommand(EntryKind<?> kind) {
        this.kind = kind;
    }

    /** What is set of one. */
    abstract String set(JsonNode entry);

    @Override
    public Integer call() {
        Screen screen = new Screen(System.out, false);
        JsonNode all = gateway.open(System.getenv(), kind).list();
        if (json) {
            screen.line(all.toPrettyString());
            return 0;
        }
        if (all.isEmpty()) {
            screen.line("There is no " + kind.word() + ".");
        }
        all.forEach(each -> screen.line(EntryLine.of(each, kind, set(each))));
        return 0;
    }

    /** A list of names on a line. */
    static String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
