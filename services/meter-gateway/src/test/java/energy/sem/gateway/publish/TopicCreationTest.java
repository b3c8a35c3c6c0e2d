package energy.sem.gateway.publish;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract's table of topics. */
class TopicCreationTest {

    @ParameterizedTest
    @CsvSource({
        "sem.telegrams, 12, 604800000",
        "sem.telegrams.rejected, 3, 172800000",
        "sem.telegrams.dead, 3, 2592000000",
        "sem.live, 3, 3600000",
        "sem.prices, 1, 2592000000",
    })
    void topics_have_their_partitions_and_are_kept_for_their_time(String name, int partitions, String retentionMs) {
        NewTopic topic = topic(name, 1);

        assertThat(topic.numPartitions()).isEqualTo(partitions);
        assertThat(topic.configs())
                .containsEntry("retention.ms", retentionMs)
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void the_meters_topic_is_compacted() {
        assertThat(topic("sem.meters", 1).numPartitions()).isEqualTo(1);
        assertThat(topic("sem.meters", 1).configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void the_registry_is_compacted_and_who_was_away_for_weeks_misses_no_removal() {
        assertThat(topic("sem.registry", 1).numPartitions()).isEqualTo(1);
        assertThat(topic("sem.registry", 1).configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "2592000000")
                .containsEntry("delete.retention.ms", "2592000000")
                .containsEntry("flush.messages", "1");
    }

    @Test
    void sources_are_shared_in_parts_that_two_three_four_six_or_eight_gateways_have_alike() {
        NewTopic sources = TopicCreation.sources(3);

        assertThat(sources.name()).isEqualTo("sem.sources");
        assertThat(sources.numPartitions()).isEqualTo(24);
        assertThat(sources.replicationFactor()).isEqualTo((short) 3);
        assertThat(topicNames(1)).as("of a home").doesNotContain("sem.sources");
    }

    @Test
    void a_single_broker_flushes_every_message() {
        assertThat(topic("sem.telegrams", 1).replicationFactor()).isEqualTo((short) 1);
        assertThat(topic("sem.telegrams", 1).configs()).containsEntry("flush.messages", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem.live", "sem.meters"})
    void what_is_said_anew_every_few_seconds_is_flushed_by_nobody(String name) {
        assertThat(topic(name, 1).configs()).doesNotContainKey("flush.messages");
    }

    @Test
    void three_brokers_hold_three_copies_of_which_two_are_waited_for() {
        assertThat(topic("sem.telegrams", 5).replicationFactor()).isEqualTo((short) 3);
        assertThat(topic("sem.telegrams", 3).configs())
                .containsEntry("min.insync.replicas", "2")
                .doesNotContainKey("flush.messages");
    }

    @Test
    void a_cluster_that_is_still_starting_counts_by_the_names_of_its_brokers() {
        assertThat(TopicCreation.named(Map.of("bootstrap.servers", "localhost:9092")))
                .isEqualTo(1);
        assertThat(TopicCreation.named(Map.of("bootstrap.servers", "a:9092,b:9092,c:9092")))
                .isEqualTo(3);
    }

    private static List<String> topicNames(int brokers) {
        return TopicCreation.wanted(brokers).stream().map(NewTopic::name).toList();
    }

    private static NewTopic topic(String name, int brokers) {
        return TopicCreation.wanted(brokers).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
