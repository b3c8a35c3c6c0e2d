package energy.sem.ingest.command;

import java.util.Map;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import energy.sem.base.Start;

/** Serves, or with {@code restore …} puts values that were kept aside back and ends. */
@QuarkusMain(name = "ingest")
public final class Main {
    /** A command beside the running service: no port, no part in the consumer group, only the database. */
    private static final Map<String, String> ONLY_THE_DATABASE = Map.of(
            "quarkus.http.host-enabled", "false",
            "mp.messaging.incoming.telegrams.enabled", "false",
            "mp.messaging.outgoing.dead.enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "WARN");

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            ONLY_THE_DATABASE.forEach(System::setProperty);
            Quarkus.run(RestoreCommand.class, arguments);
        } else {
            Start.main(arguments);
        }
    }

    private Main() {}
}
