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
 * bytes) and the event. Not thread-safe.
 */
final class MeterQueue {
    private final String meter;
    private final MVMap<Long, byte[]> entries;
    private final MVMap<String, Long> sizes;
    private long next;

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
    }

    void add(byte[] event, Instant now) {
        byte[] value = ByteBuffer.allocate(Long.BYTES + event.length)
                .putLong(now.toEpochMilli())
                .put(event)
                .array();
        entries.put(next++, value);
        resize(value.length);
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
    }

    void removeOldest() {
        remove(entries.firstKey());
    }

    private void remove(Long key) {
        byte[] value = entries.remove(key);
        if (value != null) {
            resize(-value.length);
        }
    }

    private void resize(int change) {
        sizes.put(meter, entries.isEmpty() ? 0 : bytes() + change);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    long length() {
        return entries.sizeAsLong();
    }

    long bytes() {
        return sizes.getOrDefault(meter, 0L);
    }

    /** When the oldest was put here; null when empty. */
    Instant oldestAt() {
        Long first = entries.firstKey();
        return first == null
                ? null
                : Instant.ofEpochMilli(ByteBuffer.wrap(entries.get(first)).getLong());
    }
}
