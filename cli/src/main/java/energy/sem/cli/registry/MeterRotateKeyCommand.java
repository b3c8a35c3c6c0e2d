package energy.sem.cli.registry;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.screen.Screen;

/** {@code ./sem meter rotate-key}. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a meter a new key, which is shown this once. The one before opens it for a day yet, so that whoever pushes can"
                    + " change over without a loss."
        },
        footer = {"Examples:", "./sem meter rotate-key roof", "./sem meter rotate-key roof --both PT0S"})
final class MeterRotateKeyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The meter.")
    private String meter;

    @Option(
            names = "--both",
            paramLabel = "TIME",
            description =
                    "How long both open it, such as PT1H or P7D; PT0S where the key before is in wrong hands. Default: P1D.")
    private Duration both;

    @Option(names = "--sensor", description = "A key of 19 characters: the original sensor holds no more.")
    private boolean sensor;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        Map<String, String> query = new TreeMap<>();
        if (both != null) {
            query.put("both", both.toString());
        }
        if (sensor) {
            query.put("for", "sensor");
        }
        JsonNode rotated = gateway.open(System.getenv()).rotateKey(meter, query);
        KeyShown.rotated("meter " + meter, rotated, new Screen(System.out, false));
        return 0;
    }
}
