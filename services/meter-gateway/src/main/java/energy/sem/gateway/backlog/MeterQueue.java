package energy.sem.gateway.backlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * One meter's events on disk, first in, first out. Keys count up; a value is the time of storing in milliseconds (8
 * bytes) and the event. How much waits and since when is known without reading. Not thread-safe.
 */
final class MeterQueue {
    private final String meter;
    private final MVMap<Long, byte[]> entries;
    private final MVMap<String, Long> sizes;
    private long next;
    private long length;
    private long bytes;
    private Instant oldestAt;

    /**
     * The meter's queue in its map.
     *
     * @param sizes bytes by meter, in the same store, so that opening does not read all
     */
    MeterQueue(String meter, MVMap<Long, byte[]> entries, MVMap<String, Long> sizes) {
        this.meter = meter;
        this.entries = entries;
        this.sizes = sizes;
        Long last = entries.lastKey();
        next = last == null ? 0 : last + 1;
        length = entries.sizeAsLong();
        bytes = length == 0 ? 0 : sizes.getOrDefault(meter, 0L);
        lookForOldest();
    }

    String meter() {
        return meter;
    }

    void add(byte[] event, Instant now) {
        byte[] value = ByteBuffer.allocate(Long.BYTES + event.length)
                .putLong(now.toEpochMilli())
                .put(event)
                .array();
        entries.put(next++, value);
        if (length == 0) {
            oldestAt = Instant.ofEpochMilli(now.toEpochMilli());
        }
        changed(1, value.length);
    }

    List<StoredEvent> oldest(int atMost) {
        List<StoredEvent> oldest = new ArrayList<>();
        Cursor<Long, byte[]> cursor = entries.cursor(null);
        while (oldest.size() < atMost && cursor.hasNext()) {
            long sequence = cursor.next();
            byte[] value = cursor.getValue();
            byte[] event = new byte[value.length - Long.BYTES];
            System.arraycopy(value, Long.BYTES, event, 0, event.length);
            oldest.add(new StoredEvent(sequence, event));
        }
        return oldest;
    }

    void removeUpTo(long sequence) {
        Iterator<Long> keys = entries.keyIterator(null);
        List<Long> gone = new ArrayList<>();
        while (keys.hasNext()) {
            long key = keys.next();
            if (key > sequence) {
                break;
            }
            gone.add(key);
        }
        gone.forEach(this::remove);
        lookForOldest();
    }

    void removeOldest() {
        remove(entries.firstKey());
        lookForOldest();
    }

    private void remove(Long key) {
        byte[] value = entries.remove(key);
        if (value != null) {
            changed(-1, -value.length);
        }
    }

    private void changed(int events, int size) {
        length += events;
        bytes = length == 0 ? 0 : bytes + size;
        sizes.put(meter, bytes);
    }

    private void lookForOldest() {
        Long first = entries.firstKey();
        oldestAt = first == null
                ? null
                : Instant.ofEpochMilli(ByteBuffer.wrap(entries.get(first)).getLong());
    }

    boolean isEmpty() {
        return length == 0;
    }

    long length() {
        return length;
    }

    long bytes() {
        return bytes;
    }

    /** When the oldest was put here; null when empty. */
    Instant oldestAt() {
        return oldestAt;
    }
}
