package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import energy.sem.cli.process.Service;
import energy.sem.event.Topics;

/** Whether there are events that ingest could not store. */
final class DeadLettersCheck implements Check {
    @Override
    public String name() {
        return "dead letters";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        try (TopicRecords topics = TopicRecords.of(patient.bootstrapServers())) {
            long dead = topics.names().contains(Topics.DEAD) ? topics.records(Topics.DEAD) : 0;
            return List.of(
                    dead == 0
                            ? Finding.well("no event was put aside as unreadable")
                            : Finding.fault(
                                    dead + " events could not be stored and lie on the topic " + Topics.DEAD,
                                    "ingest's log names the cause: " + patient.log(Service.INGEST)
                                            + "; they are kept for 30 days"));
        }
    }
}
