package energy.sem.gateway.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.event.Topics;
import energy.sem.registry.RegistryTopic;

/**
 * Creates the topics of the contract that are absent, as soon as Kafka can be reached, on a thread of its own. Existing
 * topics are left as they are. Nothing is published before, or a broker might make topics by its own defaults.
 */
@ApplicationScoped
public class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final int ANSWER_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 1_000;
    private static final int COPIES = 3;

    /** As many shares as several numbers of gateways can have alike. */
    public static final int SHARES = 24;

    private static final Duration KEPT_LIVE = Duration.ofHours(1);

    private final Map<String, Object> kafka;
    private final KafkaClientService clients;
    private final boolean shares;
    private final Thread thread = new Thread(this::untilDone, "topics");
    private volatile boolean ready;
    private volatile boolean readyToShare;

    /** Asks Kafka for something. */
    private interface Step {
        void take() throws InterruptedException, ExecutionException, TimeoutException;
    }

    TopicCreation(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KafkaClientService clients,
            @ConfigProperty(name = "sem.share-sources-as") Optional<String> sharesAs) {
        this.kafka = new HashMap<>(kafka);
        this.clients = clients;
        this.shares = sharesAs.isPresent();
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

    /** Whether the topic is there, too, by which gateways share their sources. */
    public boolean readyToShare() {
        return readyToShare;
    }

    private void untilDone() {
        try {
            untilTaken(() -> make(TopicCreation::wanted), "Kafka cannot be reached yet, trying on");
            untilTaken(this::warmUp, "Kafka cannot be reached yet, trying on");
            ready = true;
            LOG.info("Kafka's topics are there");
            if (shares) {
                // A broker that refuses this one stops nothing else.
                untilTaken(
                        () -> make(brokers -> List.of(sources(brokers))),
                        "Kafka has no topic " + Topics.SOURCES + " yet by which gateways share sources, trying on");
                readyToShare = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void untilTaken(Step step, String fault) throws InterruptedException {
        boolean told = false;
        while (true) {
            try {
                step.take();
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                if (!told) {
                    LOG.warnf("%s: %s", fault, e);
                    told = true;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void make(IntFunction<List<NewTopic>> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            // Those that are named and not there yet come: a topic made meanwhile would have too few copies for ever.
            brokers = Math.max(brokers, named(kafka));
            Set<String> there = admin.listTopics().names().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            for (NewTopic topic : topics.apply(brokers)) {
                if (!there.contains(topic.name())) {
                    create(admin, topic);
                }
            }
        }
    }

    /** How many brokers the settings name. */
    static int named(Map<String, Object> kafka) {
        return String.valueOf(kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))
                .split(",", -1)
                .length;
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
                flushed(brokers, Topics.TELEGRAMS, 12, keptFor(Duration.ofDays(7))),
                flushed(brokers, Topics.REJECTED, 3, keptFor(Duration.ofDays(2))),
                flushed(brokers, Topics.DEAD, 3, keptFor(Duration.ofDays(30))),
                flushed(brokers, Topics.PRICES, 1, keptFor(Duration.ofDays(30))),
                RegistryTopic.of(brokers),
                // Said anew every few seconds, as what is live: neither is worth a flush.
                topic(
                        brokers,
                        Topics.METERS,
                        1,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                topic(brokers, Topics.LIVE, 3, live()));
    }

    /** What gateways share their sources by, empty for ever. */
    static NewTopic sources(int brokers) {
        return topic(brokers, Topics.SOURCES, SHARES, keptFor(KEPT_LIVE));
    }

    /** A record of it that is acknowledged survives a power cut: on a lone broker, where no majority holds a copy, by a flush. */
    private static NewTopic flushed(int brokers, String name, int partitions, Map<String, String> kept) {
        Map<String, String> settings = new HashMap<>(kept);
        if (brokers < COPIES) {
            settings.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        return topic(brokers, name, partitions, settings);
    }

    private static NewTopic topic(int brokers, String name, int partitions, Map<String, String> kept) {
        Map<String, String> settings = new HashMap<>(kept);
        if (brokers >= COPIES) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        short replicas = (short) Math.min(Math.max(brokers, 1), COPIES);
        return new NewTopic(name, partitions, replicas).configs(settings);
    }

    // Segments as short as what is kept are soon gone.
    private static Map<String, String> live() {
        Map<String, String> settings = new HashMap<>(keptFor(KEPT_LIVE));
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(KEPT_LIVE.toMillis()));
        return settings;
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(time.toMillis()));
    }
}
