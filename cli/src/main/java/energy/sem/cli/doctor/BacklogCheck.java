package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import energy.sem.cli.process.Service;

/** Whether telegrams wait on the gateway's disk, or were lost there. */
final class BacklogCheck implements Check {
    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        MetricsText metrics = patient.metrics(Service.GATEWAY);
        long waiting = (long) metrics.sum("sem_backlog_telegrams");
        long dropped = (long) metrics.sum("sem_backlog_dropped_total");
        if (dropped > 0) {
            return List.of(Finding.fault(
                    dropped
                            + " telegrams were dropped since the gateway's start: its backlog was full, or they were too old",
                    "bring Kafka back; SEM_BACKLOG_MAX_SIZE makes room for more"));
        }
        return List.of(
                waiting == 0
                        ? Finding.well("no telegram waits on the gateway's disk")
                        : Finding.fault(
                                waiting + " telegrams wait on the gateway's disk, since Kafka does not take them",
                                "nothing is lost: they are sent when Kafka is back"));
    }
}
