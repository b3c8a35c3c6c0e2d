package energy.sem.mqtt;

import java.util.concurrent.atomic.AtomicLong;

/** How much of what has come may wait for whoever takes it. Thread-safe. */
final class Waiting {
    /** A few seconds of the messages that a busy broker sends; far less than a small machine has. */
    static final long MOST_BYTES = 4L * 1024 * 1024;

    /** What a message takes beside its payload and topic, roughly. */
    private static final int OVERHEAD_BYTES = 256;

    private final AtomicLong bytes = new AtomicLong();

    /** Whether there is room for the message; then it waits until it is {@link #taken}. */
    boolean offer(MqttMessage message) {
        long size = size(message);
        if (bytes.addAndGet(size) > MOST_BYTES) {
            bytes.addAndGet(-size);
            return false;
        }
        return true;
    }

    /** The message waits no longer. */
    void taken(MqttMessage message) {
        bytes.addAndGet(-size(message));
    }

    private static long size(MqttMessage message) {
        return OVERHEAD_BYTES + message.topic().length() + (long) message.payload().length;
    }
}
