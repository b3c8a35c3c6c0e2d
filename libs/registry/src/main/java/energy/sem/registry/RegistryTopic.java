package energy.sem.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import energy.sem.event.Topics;

/** What the topic {@code sem.registry} is made as. Stateless. */
public final class RegistryTopic {
    private static final int COPIES = 3;

    /** How long one that follows it may be away: whoever was must not miss that something was removed. */
    private static final Duration AWAY = Duration.ofDays(30);

    /** The topic for a cluster of that many brokers. */
    public static NewTopic of(int brokers) {
        Map<String, String> settings = new HashMap<>(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(AWAY.toMillis()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(AWAY.toMillis())));
        // A record that is acknowledged survives a power cut: where no majority holds a copy, by a flush.
        settings.put(
                brokers < COPIES ? TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG : TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                brokers < COPIES ? "1" : "2");
        return new NewTopic(Topics.REGISTRY, 1, (short) Math.min(Math.max(brokers, 1), COPIES)).configs(settings);
    }

    private RegistryTopic() {}
}
