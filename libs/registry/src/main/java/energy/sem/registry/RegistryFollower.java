package energy.sem.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import energy.sem.event.Topics;

/**
 * Follows the topic {@code sem.registry} on a thread of its own: from its beginning to where it ended when this began, and from
 * then on what comes. Only what is whole is told. Thread-safe.
 */
public final class RegistryFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RegistryFollower.class.getName());
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REGISTRY, 0);
    private static final Duration POLL = Duration.ofSeconds(10);

    // Kafka answers as soon as there is something; while there is nothing, a Raspberry Pi need not be asked twice a
    // second.
    private static final int ASK_EVERY_MILLIS = 10_000;

    // What is there already comes at once.
    private static final Duration MORE = Duration.ofMillis(200);

    // All entries are gone through each time that records are taken over: those of a file are taken together.
    private static final int RECORDS_AT_ONCE = 20_000;
    private static final int RECORDS_A_POLL = 5_000;

    private static final int ANSWER_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 1_000;
    private static final int STOP_MILLIS = 3_000;

    private final Map<String, Object> kafka;
    private final Consumer<Registry> listener;
    private final Thread thread = new Thread(this::run, "registry");
    private volatile Registry now = Registry.EMPTY;
    private volatile boolean whole;
    private volatile boolean untouched;
    private final Unwritten unwritten = new Unwritten(System::nanoTime);
    private volatile boolean closed;
    private volatile KafkaConsumer<String, byte[]> asking;
    private String complained;
    // Up to where the listener has been told. Guarded by this.
    private long toldTo = -1;

    /**
     * @param kafka how Kafka's client reaches it
     * @param listener hears the registry when it has been read to its end, and after each change; on one thread
     */
    public RegistryFollower(Map<String, Object> kafka, Consumer<Registry> listener) {
        this.kafka = settings(kafka);
        this.listener = listener;
    }

    static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ASK_EVERY_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** Begins. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The registry as it was told last. */
    public Registry now() {
        return now;
    }

    /** Whether it has been read to its end once. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether nothing has ever been written to the topic: it is new, and with it perhaps Kafka. */
    public boolean isUntouched() {
        return untouched;
    }

    /**
     * Whether what it says is all that there is: it has been read to its end, or there has been nothing to read for a minute.
     * Until then what is not in it may come: a Kafka that has lost its disk is empty until a gateway has written anew what it
     * remembers.
     */
    public boolean isKnown() {
        return unwritten.isBelievedOr(whole);
    }

    /** Waits until it has been read to its end once; false when that takes longer. */
    public boolean awaitWhole(Duration patience) throws InterruptedException {
        return awaitTold(0, patience);
    }

    /** Waits until everything before this offset was told; false when that takes longer. */
    synchronized boolean awaitTold(long offset, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (toldTo < offset) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    follow();
                } catch (WakeupException | InterruptException e) {
                    LOG.log(System.Logger.Level.DEBUG, "closed", e);
                } catch (KafkaException e) {
                    complain("the registry cannot be read, trying on: " + e.getMessage());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        asking = consumer;
        try {
            follow(consumer);
        } finally {
            // Else it waits for the answer to what it asked last.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static boolean isAbsent(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.REGISTRY).isEmpty();
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        while (isAbsent(consumer) && !closed) {
            unwritten.say(true);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        untouched = end == 0;
        if (untouched) {
            unwritten.say(true);
        }
        Registry read = Registry.EMPTY;
        while (!closed && consumer.position(PARTITION) < end) {
            read = read.with(poll(consumer));
        }
        tell(read, consumer.position(PARTITION));
        unwritten.say(untouched);
        while (!closed) {
            List<ConsumerRecord<String, byte[]>> more = poll(consumer);
            untouched &= more.isEmpty();
            read = more.isEmpty() ? read : read.with(more);
            tell(read, consumer.position(PARTITION));
            // Last: whoever asks finds what was told.
            unwritten.say(untouched);
        }
    }

    /** Waits for records, and takes what is there behind them. */
    private static List<ConsumerRecord<String, byte[]>> poll(KafkaConsumer<String, byte[]> consumer) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        ConsumerRecords<String, byte[]> some = consumer.poll(POLL);
        some.forEach(all::add);
        while (!some.isEmpty()
                && all.size() < RECORDS_AT_ONCE
                && consumer.currentLag(PARTITION).orElse(0) > 0) {
            some = consumer.poll(MORE);
            some.forEach(all::add);
        }
        return all;
    }

    private void tell(Registry read, long position) {
        if (closed) {
            return;
        }
        if (!whole || !read.equals(now)) {
            Map<String, String> before = now.broken();
            read.broken().forEach((key, why) -> {
                if (!why.equals(before.get(key))) {
                    LOG.log(System.Logger.Level.WARNING, "registry, record {0} is passed over: {1}", key, why);
                }
            });
            now = read;
            try {
                listener.accept(read);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the registry has changed, and not all of it could be followed", e);
            }
            whole = true;
            complained = null;
        }
        synchronized (this) {
            toldTo = position;
            notifyAll();
        }
    }

    private void complain(String words) {
        if (!words.equals(complained)) {
            LOG.log(System.Logger.Level.WARNING, words);
            complained = words;
        }
    }

    @Override
    public void close() {
        closed = true;
        // An interrupted client complains of its own end.
        KafkaConsumer<String, byte[]> consumer = asking;
        if (consumer == null) {
            thread.interrupt();
        } else {
            consumer.wakeup();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
