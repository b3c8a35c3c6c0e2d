package energy.sem.ingest.kit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import energy.sem.local.test.TestServices;

/** The replicas of a test; they end with it. */
public final class Replicas implements AutoCloseable {
    private final Topic topic;
    private final List<IngestProcess> all = new ArrayList<>();

    public Replicas(Topic topic) {
        this.topic = topic;
    }

    /** One more. */
    public IngestProcess start(String name) {
        IngestProcess replica = IngestProcess.start(name);
        all.add(replica);
        return replica;
    }

    /** Ends them all, empties the database and has one replica read the whole topic, with nothing in its way. */
    public void undisturbedRun() throws SQLException {
        close();
        topic.awaitMembers(0);
        Sql.run("root", "DROP DATABASE sem");
        // The schema and its rights are made anew when the server starts.
        TestServices.get().stopMariaDb();
        TestServices.get().startMariaDb();
        topic.rewind();
        start("undisturbed");
        topic.awaitConsumed();
    }

    @Override
    public void close() {
        all.forEach(IngestProcess::close);
        all.clear();
    }
}
