package energy.sem.cli.registry;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem meter list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the meters that there are, of the registry and of the gateway's environment, and no key.")
final class MeterListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As the gateway answers it.")
    private boolean json;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        Screen screen = new Screen(System.out, false);
        JsonNode meters = gateway.open(System.getenv()).list();
        if (json) {
            screen.line(meters.toPrettyString());
            return 0;
        }
        if (meters.isEmpty()) {
            screen.line("There is no meter.");
        }
        meters.forEach(each -> screen.line(line(each)));
        return 0;
    }

    private static String line(JsonNode meter) {
        String settings = StreamSupport.stream(
                        meter.path("settings").properties().spliterator(), false)
                .map(one -> one.getKey() + "=" + one.getValue().asText())
                .collect(Collectors.joining(" "));
        return EntryLine.of(meter, EntryKind.METER, settings.isEmpty() ? "source=push" : settings);
    }
}
