package energy.sem.cli.registry;

import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** Removes what is administered of a kind, when somebody says yes. */
abstract class RemoveCommand implements Callable<Integer> {
    private final EntryKind<?> kind;

    @Parameters(paramLabel = "NAME", description = "Which one.")
    private String name;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Mixin
    private GatewayOptions gateway;

    RemoveCommand(EntryKind<?> kind) {
        this.kind = kind;
    }

    /** What will be then, for who is asked. */
    abstract String then(String named);

    @Override
    public Integer call() {
        GatewayDoor door = gateway.open(System.getenv(), kind);
        Asked.yes(yes, then(name) + " Type yes to remove it: ");
        door.remove(name);
        String what = kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.word().substring(1);
        new Screen(System.out, false).line(what + " " + name + " is removed.");
        return 0;
    }
}
