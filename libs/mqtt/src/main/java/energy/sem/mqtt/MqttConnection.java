package energy.sem.mqtt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A connection to a broker, for as long as it is open: whenever it is gone it comes back by itself, within two seconds of a
 * broker that answers again, and subscribes again. Nothing waits while it is gone: what is published then is refused at once,
 * because a reading that is sent later would pass for a new one. What comes is bounded: a message of more than 64 KiB is not
 * taken, and messages that come faster than they are taken are left out, which the listener is told. Thread-safe.
 */
public final class MqttConnection implements AutoCloseable {
    private static final int CLOSE_SECONDS = 2;

    private final BrokerSettings settings;
    private final MqttListener listener;
    private final Pauses pauses = new Pauses();
    private final Versions versions;
    private final Troubles troubles;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker;
    private final Waiting waiting = new Waiting();
    /** Set where a message is left out, until that is said. */
    private final AtomicBoolean leftOut = new AtomicBoolean();

    private long leftOutNanos = System.nanoTime();

    private final Link.Events events = new LinkEvents();

    private volatile Link standing;
    private volatile boolean closed;

    private record Subscription(int qos, Consumer<MqttMessage> receiver, TopicFilter filter) {}

    private MqttConnection(BrokerSettings settings, MqttListener listener) {
        this.settings = settings;
        this.listener = listener;
        versions = new Versions(settings.address().version());
        troubles = new Troubles(settings, listener::trouble);
        worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "mqtt " + settings.address());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to connect, and goes on trying until {@link #close}; returns at once. */
    public static MqttConnection open(BrokerSettings settings, MqttListener listener) {
        MqttConnection connection = new MqttConnection(settings, listener);
        connection.worker.execute(connection::connect);
        return connection;
    }

    /** Whether there is a connection now. */
    public boolean isConnected() {
        return standing != null;
    }

    /** What does not work at the moment, in words; empty while all does. */
    public Optional<String> trouble() {
        return troubles.now();
    }

    /**
     * Publishes, if there is a connection.
     *
     * @return completes when the broker has taken the message (QoS 0: when it is sent); with a {@link RefusedException} when
     *     it does not, or there is no connection. Whoever does not care may leave it: a refusal is told the listener
     */
    public CompletableFuture<Void> publish(MqttMessage message) {
        Link link = standing;
        if (link == null) {
            return CompletableFuture.failedFuture(new RefusedException("there is no connection to the broker"));
        }
        return link.publish(message).handle((taken, refusal) -> {
            if (refusal == null) {
                if (message.qos() > 0) {
                    later(() -> troubles.published(message.topic()));
                }
                return null;
            }
            if (link == standing && !Failure.isEnd(refusal)) {
                later(() -> troubles.refused(message.topic(), refusal));
            }
            throw refusal instanceof RefusedException known ? known : new RefusedException(refusal);
        });
    }

    /**
     * Receives what comes to the topics of a filter, from now on and after each reconnect. A broker that refuses is told the
     * listener.
     *
     * @param filter a topic, or with the wildcards + and #
     * @param qos at most
     * @param receiver called on one thread of this connection, message after message; it must not wait for long
     */
    public void subscribe(String filter, int qos, Consumer<MqttMessage> receiver) {
        Subscription subscription = new Subscription(qos, receiver, new TopicFilter(filter));
        subscriptions.put(filter, subscription);
        later(() -> {
            if (standing != null) {
                subscribe(standing, filter, subscription);
            }
        });
    }

    /** Leaves in order, so that the broker does not publish the will, and does not come back. Waits two seconds at most. */
    @Override
    public void close() {
        closed = true;
        Link link = standing;
        standing = null;
        worker.shutdownNow();
        if (link == null) {
            return;
        }
        try {
            link.disconnect().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It is gone already, or the broker does not answer: nothing is left to be done in order.
            return;
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        try {
            Link link = Link.of(versions.next(), settings, events);
            var unused = link.connect()
                    .whenComplete((taken, failure) -> later(() -> {
                        if (failure == null) {
                            connected(link);
                        } else {
                            failed(Failure.of(failure, settings));
                        }
                    }));
        } catch (CredentialsException | Transport.CaFileException e) {
            failed(Failure.of(e, settings));
        }
    }

    private void connected(Link link) {
        if (closed) {
            var unused = link.disconnect();
            return;
        }
        standing = link;
        versions.worked();
        pauses.connected();
        troubles.connected();
        subscriptions.forEach((filter, each) -> subscribe(link, filter, each));
        var unused = worker.schedule(() -> hasLasted(link), Pauses.SHORT_LIFE_MILLIS, TimeUnit.MILLISECONDS);
        listener.connected(versions.next());
    }

    private void hasLasted(Link link) {
        if (standing == link) {
            troubles.lasted();
        }
    }

    private void failed(Failure failure) {
        if (!versions.tryAnother(failure.kind())) {
            troubles.away(failure);
            again(pauses.after(failure.kind()));
        } else {
            again(0);
        }
    }

    private void ended(Link link, Throwable cause) {
        if (closed || standing != link) {
            return;
        }
        standing = null;
        versions.startOver();
        Failure failure = Failure.of(cause, settings);
        listener.lost();
        troubles.lost(failure);
        long pauseMillis = pauses.afterLoss(failure.kind());
        if (pauses.isCutAgainAndAgain()) {
            troubles.cutAgainAndAgain();
        }
        again(pauseMillis);
    }

    private void subscribe(Link link, String filter, Subscription subscription) {
        var unused = link.subscribe(filter, subscription.qos)
                .whenComplete((granted, refusal) -> later(() -> {
                    if (link == standing && refusal != null) {
                        troubles.notSubscribed(filter, refusal);
                    } else if (refusal == null) {
                        troubles.subscribed(filter);
                    }
                }));
    }

    private void again(long millis) {
        try {
            var unused = worker.schedule(this::connect, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
            return;
        }
    }

    private void later(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
            return;
        }
    }

    private final class LinkEvents implements Link.Events {
        @Override
        public void ended(Link link, Throwable cause) {
            later(() -> MqttConnection.this.ended(link, cause));
        }

        @Override
        public void received(MqttMessage message) {
            if (!waiting.offer(message)) {
                leftOut.set(true);
                return;
            }
            later(() -> {
                waiting.taken(message);
                sayLeftOut();
                give(message);
            });
        }
    }

    /** Said once, and over when nothing has been left out for a while: a flood comes in waves. */
    private void sayLeftOut() {
        if (leftOut.getAndSet(false)) {
            leftOutNanos = System.nanoTime();
            troubles.tooMuch();
        } else if (System.nanoTime() - leftOutNanos > TimeUnit.MILLISECONDS.toNanos(Pauses.SHORT_LIFE_MILLIS)) {
            troubles.notTooMuch();
        }
    }

    private void give(MqttMessage message) {
        subscriptions.values().stream()
                .filter(each -> each.filter.matches(message.topic()))
                .forEach(each -> each.receiver.accept(message));
    }
}
