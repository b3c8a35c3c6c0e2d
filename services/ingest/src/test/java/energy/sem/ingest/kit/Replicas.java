package energy.sem.ingest.kit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import energy.sem.local.test.TestServices;

/** The replicas of a test and the topic they share; they end with it. */
public final class Replicas implements BeforeEachCallback, AfterEachCallback {
    private final List<IngestProcess> all = new ArrayList<>();
    private Topic topic;

    @Override
    public void beforeEach(ExtensionContext test) {
        topic = new Topic();
    }

    /** What they read from. */
    public Topic topic() {
        return topic;
    }

    /** One more. */
    public IngestProcess start(String name) {
        IngestProcess replica = IngestProcess.start(name);
        all.add(replica);
        return replica;
    }

    /** One more, of another Kafka. */
    public IngestProcess start(String name, String kafka) throws IOException {
        IngestProcess replica =
                IngestProcess.start(name, List.of(), kafka, TestServices.get().jdbcUrl("sem"));
        all.add(replica);
        return replica;
    }

    /**
     * Ends them all, empties the database and has one replica read the whole topic, with nothing in its way: as a group of
     * its own, so that it need not wait until the broker misses those that were ended.
     */
    public void undisturbedRun() throws SQLException {
        end();
        Sql.run("root", "DROP DATABASE sem");
        // The schema and its rights are made anew when the server starts.
        TestServices.get().stopMariaDb();
        TestServices.get().startMariaDb();
        String group = "undisturbed-" + System.nanoTime();
        all.add(IngestProcess.start(
                "undisturbed", TestServices.get().jdbcUrl("sem"), TestServices.get()::password, group));
        try (Topic asItReads = new Topic(group)) {
            asItReads.awaitConsumed();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        end();
        topic.close();
    }

    private void end() {
        all.forEach(IngestProcess::close);
        all.clear();
    }
}
