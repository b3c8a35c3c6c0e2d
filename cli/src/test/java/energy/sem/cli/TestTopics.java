package energy.sem.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import energy.sem.local.test.TestServices;

/** Topics on the Kafka that all tests of this module share. */
public final class TestTopics {
    private TestTopics() {}

    /** Makes these, where another test has not. */
    public static void make(NewTopic... topics) throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServices.get().bootstrapServers()))) {
            for (NewTopic each : topics) {
                try {
                    admin.createTopics(List.of(each)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
