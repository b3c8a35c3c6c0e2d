package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import energy.sem.cli.process.Service;

/** Whether ingest keeps up. */
final class LagCheck implements Check {
    /** Ingest lets a batch gather for ten seconds; what waits for longer than this is not gathering. */
    private static final double PATIENCE_S = 120;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        MetricsText metrics = patient.metrics(Service.INGEST);
        long lag = (long) metrics.sum("sem_ingest_lag");
        long ageS = (long) metrics.max("sem_ingest_last_commit_age_seconds");
        return List.of(
                lag == 0 || ageS < PATIENCE_S
                        ? Finding.well("ingest stores what comes (" + lag + " telegrams gather)")
                        : Finding.fault(
                                lag + " telegrams wait in Kafka, and ingest has stored none for " + ageS + " s",
                                "it says what it waits for: " + patient.log(Service.INGEST)
                                        + "; docs/operations.md#ingest-waits. Kafka keeps them for 7 days"));
    }
}
