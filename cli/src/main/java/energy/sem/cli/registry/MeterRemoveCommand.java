package energy.sem.cli.registry;

import java.nio.charset.Charset;
import java.util.Scanner;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;

/** {@code ./sem meter remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Removes a meter: its keys no longer open it, its source is no longer read. What was stored of it stays.",
        footer = {"Examples:", "./sem meter remove roof"})
final class MeterRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The meter.")
    private String meter;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        GatewayDoor door = gateway.open(System.getenv());
        ask();
        door.remove(meter);
        new Screen(System.out, false).line("Meter " + meter + " is removed. What was stored of it is still there.");
        return 0;
    }

    private void ask() {
        if (yes) {
            return;
        }
        if (!Boolean.getBoolean("sem.terminal")) {
            throw new StartFailure("nobody is there to ask: --yes does it. Nothing was changed.");
        }
        System.out.print("Whoever pushes to meter " + meter + " will be refused. Type yes to remove it: ");
        System.out.flush();
        Scanner typed = new Scanner(System.in, Charset.defaultCharset());
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals("yes")) {
            throw new StartFailure("nothing was changed.");
        }
    }
}
