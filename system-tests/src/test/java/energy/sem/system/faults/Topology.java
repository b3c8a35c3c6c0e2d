package energy.sem.system.faults;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A whole SEM to which faults happen: {@link Chain} has one of each part, {@link Cluster} is of three machines. */
interface Topology extends AutoCloseable {
    /** What can go wrong here. */
    List<Faults.Kind> kinds();

    /** Whether it must bear both at the same time, and the other can be made after the one. */
    boolean bears(Fault one, Fault other);

    /** Waits until all is ready, as the parts themselves say. */
    void awaitReady(Duration patience);

    /** Which parts are ready. */
    String describe();

    /** Where who pushes a meter's telegrams does so; where there are several, each takes them. */
    List<URI> doors(String meter);

    String bootstrapServers();

    Connection database() throws SQLException;

    /** What a service answers, past all wires; it must be of status 200. */
    byte[] ask(Part part, String path) throws IOException, InterruptedException;

    @Override
    void close();
}
