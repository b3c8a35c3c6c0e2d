package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import energy.sem.event.Topics;

/** Whether Kafka answers. */
final class KafkaCheck implements Check {
    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public List<Finding> look(Patient patient) throws InterruptedException {
        String advice = "./sem up says why it ended and when it is tried again; its log is " + patient.kafkaLog();
        try (TopicRecords topics = TopicRecords.of(patient.bootstrapServers())) {
            return List.of(
                    topics.names().contains(Topics.TELEGRAMS)
                            ? Finding.well(
                                    "Kafka answers on port " + patient.ports().kafka())
                            : Finding.fault("Kafka answers and has no topic " + Topics.TELEGRAMS, advice));
        } catch (IOException e) {
            return List.of(Finding.fault(e.getMessage(), advice));
        }
    }
}
