package energy.sem.source.mqtt;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import energy.sem.mqtt.BrokerSettings;
import energy.sem.mqtt.Credentials;
import energy.sem.mqtt.CredentialsException;
import energy.sem.mqtt.MqttConnection;
import energy.sem.mqtt.MqttListener;
import energy.sem.mqtt.MqttMessage;
import energy.sem.mqtt.MqttVersion;
import energy.sem.source.Line;
import energy.sem.source.Secret;

/** The messages of one topic, as the bytes of telegrams. Connects again by itself. */
final class MqttLine implements Line {
    private static final int CONNECT_SECONDS = 10;

    /** As many telegrams as a minute has; they wait no longer than Kafka or the disk takes for one. */
    private static final int WAITING = 60;

    /** Meters speak every second to every ten seconds: where nothing came for so long, it may be another topic. */
    private static final long FIRST_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);
    private final CountDownLatch decided = new CountDownLatch(1);
    private final String topic;
    private final MqttConnection connection;
    private final long openedNanos = System.nanoTime();
    private volatile boolean anyMessage;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile String refused;
    private volatile String oddMessage;
    private byte[] rest = new byte[0];
    private int taken;

    private MqttLine(MqttSource source) {
        topic = source.broker().topic().orElseThrow();
        connection = MqttConnection.open(settings(source), new Listener());
        connection.subscribe(topic, 1, this::received);
    }

    /**
     * Opens it.
     *
     * @throws IOException whose message says why there is no connection
     */
    static Line open(MqttSource source) throws IOException, InterruptedException {
        MqttLine line = new MqttLine(source);
        boolean open = false;
        try {
            boolean known = line.decided.await(CONNECT_SECONDS, TimeUnit.SECONDS);
            if (!line.connected) {
                throw new IOException(known ? line.refused : "the broker " + source.broker() + " does not answer");
            }
            open = true;
            return line;
        } finally {
            if (!open) {
                line.close();
            }
        }
    }

    // Two clients of one id throw each other out; nothing is kept for an id, so each line may have its own.
    private static BrokerSettings settings(MqttSource source) {
        BrokerSettings settings =
                new BrokerSettings(source.broker(), "sem-source-" + Integer.toHexString(RANDOM.nextInt()));
        Optional<String> user = source.broker().user();
        if (user.isPresent()) {
            Optional<Secret> password = source.credentials().password();
            settings = settings.with(() -> Optional.of(new Credentials(user.get(), read(password))));
        }
        return source.credentials().caFile().map(settings::withCa).orElse(settings);
    }

    private static String read(Optional<Secret> password) {
        try {
            return password.isPresent() ? password.get().read() : "";
        } catch (IOException e) {
            throw new CredentialsException(e.getMessage(), e);
        }
    }

    private void received(MqttMessage message) {
        anyMessage = true;
        if (message.retained()) {
            // Kept by the broker since nobody knows when: its values are not those of now.
            oddMessage = "only a telegram that the broker kept came on " + topic
                    + ": it may be old and is not taken; does its sender still send?";
            return;
        }
        Payload payload = Payload.of(message.payload());
        if (payload.bytes().isEmpty()) {
            oddMessage = "what comes on " + topic + " " + payload.words();
            return;
        }
        oddMessage = null;
        if (!waiting.offer(payload.bytes().get())) {
            oddMessage = "telegrams come on " + topic + " faster than they can be kept: some are left out";
        }
    }

    @Override
    public int read(byte[] into) throws InterruptedException {
        if (taken == rest.length) {
            byte[] next = closed ? waiting.poll() : waiting.poll(1, TimeUnit.SECONDS);
            if (next == null) {
                return closed ? -1 : 0;
            }
            rest = next;
            taken = 0;
        }
        int count = Math.min(into.length, rest.length - taken);
        System.arraycopy(rest, taken, into, 0, count);
        taken += count;
        return count;
    }

    @Override
    public boolean hasMore() {
        return taken < rest.length || !waiting.isEmpty();
    }

    @Override
    public Optional<String> complaint() {
        return connection.trouble().or(() -> Optional.ofNullable(oddMessage)).or(this::silence);
    }

    private Optional<String> silence() {
        return anyMessage || System.nanoTime() - openedNanos < FIRST_WITHIN_NANOS
                ? Optional.empty()
                : Optional.of("nothing comes on " + topic + ": is it the topic, and does its sender send?");
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }

    private final class Listener implements MqttListener {
        @Override
        public void connected(MqttVersion version) {
            connected = true;
            decided.countDown();
        }

        @Override
        public void trouble(String words) {
            refused = words;
            decided.countDown();
        }
    }
}
