package energy.sem.ingest.command;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.quarkus.runtime.QuarkusApplication;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.quarantine.KeptAside;
import energy.sem.ingest.quarantine.QuarantineRow;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Restoring;
import energy.sem.ingest.store.Retimed;

/** {@code restore --meter NAME …}: shows what was kept aside and, with {@code --yes}, puts it back. */
public final class RestoreCommand implements QuarkusApplication {
    static final String USAGE =
            """
            restore --meter NAME [--serial S] [--cause C] [--from INSTANT] [--to INSTANT]
                    [--time arrival|meter] [--yes]

            Shows the values that were kept aside as implausible, and with --yes puts them back: they become
            readings and count in quarter hours, days and peaks. That cannot be undone.
              --serial  of this device only
              --cause   of this cause only, such as register-falls, and against which nothing else was found
              --from    and --to: events from, and before, such as 2026-11-22T10:00:00Z
              --time    at the time when they arrived, or that the meter's clock said, not at that of the event
            """;
    private static final Set<String> OPTIONS = Set.of("--meter", "--serial", "--cause", "--from", "--to", "--time");
    private static final int SHOWN = 50;

    private final Database database;
    private final Restoring restoring;

    RestoreCommand(Database database, Restoring restoring) {
        this.database = database;
        this.restoring = restoring;
    }

    /** 0 when it was done, 1 when it failed, 2 when the arguments were not understood. */
    @Override
    public int run(String... arguments) throws InterruptedException {
        return run(List.of(arguments), System.out);
    }

    int run(List<String> arguments, PrintStream out) throws InterruptedException {
        KeptAside which;
        UnaryOperator<TelegramEvent> at;
        try {
            Map<String, String> values = parse(arguments);
            which = which(values);
            at = time(values.get("--time"));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return 2;
        }
        database.awaitReady();
        List<QuarantineRow> rows = restoring.list(which, SHOWN);
        rows.forEach(row -> out.printf(
                "%s %s %s: %s%n", Instant.ofEpochMilli(row.atMilli()), row.serial(), row.cause(), row.detail()));
        if (!arguments.contains("--yes")) {
            out.println(rows.isEmpty() ? "Nothing is kept aside." : "Nothing was changed; --yes puts them back.");
            return 0;
        }
        try {
            out.printf("%d values were put back.%n", restoring.restore(which, at));
            return 0;
        } catch (SQLException | RuntimeException e) {
            out.printf("The database does not take them, try again: %s%n", e.getMessage());
            return 1;
        }
    }

    private static Map<String, String> parse(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("restore")) {
            throw new IllegalArgumentException("The only command is restore; without a command ingest serves.");
        }
        Map<String, String> values = new HashMap<>();
        Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (name.equals("--yes")) {
                continue;
            }
            if (!OPTIONS.contains(name) || !rest.hasNext()) {
                throw new IllegalArgumentException("Not understood: " + name);
            }
            values.put(name, rest.next());
        }
        if (!values.containsKey("--meter")) {
            throw new IllegalArgumentException("Which meter? --meter NAME");
        }
        return values;
    }

    private static UnaryOperator<TelegramEvent> time(String word) {
        if (word == null) {
            return event -> event;
        }
        return switch (word) {
            case "arrival" -> Retimed::byArrival;
            case "meter" -> Retimed::byMeter;
            default -> throw new IllegalArgumentException("Not arrival or meter: " + word);
        };
    }

    private static KeptAside which(Map<String, String> values) {
        try {
            return new KeptAside(
                    values.get("--meter"),
                    Optional.ofNullable(values.get("--serial")),
                    Optional.ofNullable(values.get("--cause")),
                    Instant.parse(values.getOrDefault("--from", "1970-01-01T00:00:00Z")),
                    Instant.parse(values.getOrDefault("--to", "9999-01-01T00:00:00Z")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Not an instant such as 2026-11-22T10:00:00Z: " + e.getParsedString(), e);
        }
    }
}
