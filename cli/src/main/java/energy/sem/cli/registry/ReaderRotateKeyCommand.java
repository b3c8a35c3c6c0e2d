package energy.sem.cli.registry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem reader rotate-key}. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a reader a new key, which is shown this once. The one before opens for a day yet, so that displays and browsers"
                    + " can change over."
        },
        footer = {"Examples:", "./sem reader rotate-key els", "./sem reader rotate-key els --both PT0S"})
final class ReaderRotateKeyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The reader.")
    private String reader;

    @Option(
            names = "--both",
            paramLabel = "TIME",
            description = "How long both open, such as PT1H or P7D; PT0S where the key before is in wrong hands. Default: P1D.")
    private Duration both;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        Map<String, String> query = both == null ? Map.of() : Map.of("both", both.toString());
        JsonNode rotated = gateway.open(System.getenv(), EntryKind.READER).rotateKey(reader, query);
        KeyShown.rotated("for reader " + reader, rotated, new Screen(System.out, false));
        return 0;
    }
}
