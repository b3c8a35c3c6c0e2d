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
        String advice = patient.adviceForKafka();
        try (TopicRecords topics = TopicRecords.of(patient.bootstrapServers())) {
            return List.of(
                    topics.names().contains(Topics.TELEGRAMS)
                            ? Finding.well("Kafka answers at " + patient.bootstrapServers())
                            : Finding.fault("Kafka answers and has no topic " + Topics.TELEGRAMS, advice));
        } catch (IOException e) {
            return List.of(Finding.fault(e.getMessage(), advice));
        }
    }
}
