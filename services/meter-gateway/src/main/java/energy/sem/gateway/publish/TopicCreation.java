package energy.sem.gateway.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

import energy.sem.event.Topics;

/**
 * Creates the topics of the contract that are absent, as soon as Kafka can be reached, on a thread of its own. Existing
 * topics are left as they are. Nothing is published before, or a broker might make topics by its own defaults.
 */
@ApplicationScoped
public class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final int ANSWER_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 1_000;

    private final Map<String, Object> kafka;
    private final KafkaClientService clients;
    private final Thread thread = new Thread(this::untilDone, "topics");
    private volatile boolean ready;

    TopicCreation(@Identifier("default-kafka-broker") Map<String, Object> kafka, KafkaClientService clients) {
        this.kafka = new HashMap<>(kafka);
        this.clients = clients;
    }

    // After Reactive Messaging (priority 1000), whose producer it warms up.
    void start(@Observes @Priority(2000) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    /** Whether all topics are there, so that publishing can begin. */
    public boolean ready() {
        return ready;
    }

    private void untilDone() {
        boolean told = false;
        while (!ready) {
            try {
                once();
                ready = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                if (!told) {
                    LOG.warnf("Kafka cannot be reached yet, trying on: %s", e);
                    told = true;
                }
                if (!paused()) {
                    return;
                }
            }
        }
        LOG.info("Kafka's topics are there");
    }

    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void once() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            Set<String> there = admin.listTopics().names().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            for (NewTopic topic : wanted(brokers)) {
                if (!there.contains(topic.name())) {
                    create(admin, topic);
                }
            }
        }
        warmUp();
    }

    // The producer's first send would otherwise wait for the topics' metadata, and with it all that queue behind.
    private void warmUp() {
        for (NewTopic topic : wanted(1)) {
            if (!topic.name().equals(Topics.DEAD)) {
                clients.getProducer(KafkaRecords.CHANNEL)
                        .partitionsFor(topic.name())
                        .await()
                        .atMost(Duration.ofMillis(ANSWER_MILLIS));
            }
        }
    }

    private static void create(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            LOG.infof("created topic %s with %d partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException e) {
            // Another gateway was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** The topics of the contract for a cluster of that many brokers. */
    static List<NewTopic> wanted(int brokers) {
        return List.of(
                topic(Topics.TELEGRAMS, 12, brokers, keptFor(Duration.ofDays(7))),
                topic(Topics.REJECTED, 3, brokers, keptFor(Duration.ofDays(2))),
                topic(Topics.DEAD, 3, brokers, keptFor(Duration.ofDays(30))),
                topic(
                        Topics.METERS,
                        1,
                        brokers,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    private static NewTopic topic(String name, int partitions, int brokers, Map<String, String> kept) {
        Map<String, String> settings = new HashMap<>(kept);
        if (brokers >= 3) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        } else {
            // No majority holds a copy: an acknowledged record must survive a power cut on the broker's disk.
            settings.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        short replicas = (short) Math.min(Math.max(brokers, 1), 3);
        return new NewTopic(name, partitions, replicas).configs(settings);
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(time.toMillis()));
    }
}
