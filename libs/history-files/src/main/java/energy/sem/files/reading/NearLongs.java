package energy.sem.files.reading;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A short list of longs that are mostly near each other, in 4 bytes each: what a register showed, the lines of a file. One that is far
 * from the first makes all of them 8 bytes. Any long but {@link Long#MIN_VALUE}. Not thread-safe.
 */
final class NearLongs {
    /** Where nothing was set. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final int NONE_NEAR = Integer.MIN_VALUE;
    private static final int BEGIN = 4;
    private static final int OBJECTS_BYTES = 48;

    private final AtomicLong heldBytes;
    private long base;
    private int[] near;
    private long[] far;

    /** @param heldBytes where the memory that it takes is added */
    NearLongs(AtomicLong heldBytes) {
        this.heldBytes = heldBytes;
        heldBytes.addAndGet(OBJECTS_BYTES);
    }

    /** The value at an index, or {@link #ABSENT}. */
    long get(int index) {
        if (far != null) {
            return index < far.length ? far[index] : ABSENT;
        }
        return near == null || index >= near.length || near[index] == NONE_NEAR ? ABSENT : base + near[index];
    }

    void set(int index, long value) {
        if (near == null && far == null) {
            base = value;
            near = new int[0];
        }
        // Of what overflows here the same overflows back in get.
        long delta = value - base;
        if (far == null && (value == ABSENT || (delta == (int) delta && delta != NONE_NEAR))) {
            if (index >= near.length) {
                growNear(index);
            }
            near[index] = value == ABSENT ? NONE_NEAR : (int) delta;
            return;
        }
        if (far == null || index >= far.length) {
            growFar(index);
        }
        far[index] = value;
    }

    private void growNear(int index) {
        int before = near.length;
        near = Arrays.copyOf(near, length(index));
        Arrays.fill(near, before, near.length, NONE_NEAR);
        heldBytes.addAndGet((long) Integer.BYTES * (near.length - before));
    }

    private void growFar(int index) {
        int before = far == null ? near.length : far.length;
        long[] grown = new long[Math.max(before, length(index))];
        Arrays.fill(grown, ABSENT);
        for (int i = 0; i < before; i++) {
            grown[i] = get(i);
        }
        long bytesBefore = (long) before * (far == null ? Integer.BYTES : Long.BYTES);
        heldBytes.addAndGet((long) Long.BYTES * grown.length - bytesBefore);
        far = grown;
        near = null;
    }

    private static int length(int index) {
        return Math.max(BEGIN, Integer.highestOneBit(index) << 1);
    }
}
