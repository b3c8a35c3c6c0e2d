package energy.sem.files.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import energy.sem.files.Trust;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** The first and the last reading of each of {@value #QUARTERS} quarter hours that follow each other. Not thread-safe. */
final class QuarterPage {
    static final long QUARTER_MILLI = 900_000;
    static final int BITS = 7;
    static final int QUARTERS = 1 << BITS;

    private static final List<Trust> TRUSTS = List.of(Trust.values());
    private static final byte NONE = -1;
    private static final int OBJECTS_BYTES = 700;

    private final long fromMilli;

    /** Which entry a quarter hour has, so that few of them take little. */
    private final byte[] entryOf = new byte[QUARTERS];

    private final Edge first;

    /** Only where it is of another instant than the first. */
    private final Edge last;

    private int entries;
    private int readings;

    /**
     * @param number of the page, from 1970
     * @param heldBytes where the memory that it takes is added
     */
    QuarterPage(int number, AtomicLong heldBytes) {
        fromMilli = ((long) number << BITS) * QUARTER_MILLI;
        Arrays.fill(entryOf, NONE);
        first = new Edge(heldBytes);
        last = new Edge(heldBytes);
        heldBytes.addAndGet(OBJECTS_BYTES);
    }

    /** Adds a reading; one of the same instant adds the registers that the other has not. */
    void add(Reading reading) {
        long milli = reading.atMilli() - fromMilli;
        int slot = (int) (milli / QUARTER_MILLI);
        if (entryOf[slot] == NONE) {
            entryOf[slot] = (byte) entries++;
            first.put(entryOf[slot], reading);
            readings++;
            return;
        }
        int entry = entryOf[slot];
        if (milli == first.milli(entry)) {
            first.merge(entry, reading.values());
        } else if (milli < first.milli(entry)) {
            if (!last.has(entry)) {
                last.put(entry, first.read(entry));
                readings++;
            }
            first.put(entry, reading);
        } else if (!last.has(entry)) {
            last.put(entry, reading);
            readings++;
        } else if (milli == last.milli(entry)) {
            last.merge(entry, reading.values());
        } else if (milli > last.milli(entry)) {
            last.put(entry, reading);
        }
    }

    /** How many readings it keeps. */
    int readings() {
        return readings;
    }

    /** A reading, by its place in time. */
    Reading get(int index) {
        int left = index;
        for (byte entry : entryOf) {
            if (entry == NONE) {
                continue;
            }
            if (left == 0) {
                return first.read(entry);
            }
            int its = last.has(entry) ? 2 : 1;
            if (left < its) {
                return last.read(entry);
            }
            left -= its;
        }
        throw new IndexOutOfBoundsException(index);
    }

    private final class Edge {
        private final AtomicLong heldBytes;

        /** Milliseconds since the page's begin, times the number of trusts, and the trust. */
        private final NearLongs stamps;

        private final NearLongs lines;
        private final Map<Register, NearLongs> values = new EnumMap<>(Register.class);

        Edge(AtomicLong heldBytes) {
            this.heldBytes = heldBytes;
            stamps = new NearLongs(heldBytes);
            lines = new NearLongs(heldBytes);
        }

        boolean has(int entry) {
            return stamps.get(entry) != NearLongs.ABSENT;
        }

        long milli(int entry) {
            return stamps.get(entry) / TRUSTS.size();
        }

        void put(int entry, Reading reading) {
            stamps.set(entry, (reading.atMilli() - fromMilli) * TRUSTS.size() + TRUSTS.indexOf(reading.trust()));
            lines.set(entry, reading.line());
            values.forEach((register, its) -> {
                if (!reading.values().has(register) && its.get(entry) != NearLongs.ABSENT) {
                    its.set(entry, NearLongs.ABSENT);
                }
            });
            reading.values().forEach((register, value) -> of(register).set(entry, value));
        }

        void merge(int entry, RegisterValues more) {
            more.forEach((register, value) -> {
                NearLongs its = of(register);
                if (its.get(entry) == NearLongs.ABSENT) {
                    its.set(entry, value);
                }
            });
        }

        private NearLongs of(Register register) {
            return values.computeIfAbsent(register, name -> new NearLongs(heldBytes));
        }

        Reading read(int entry) {
            RegisterValues.Builder showed = RegisterValues.builder();
            values.forEach((register, its) -> {
                long value = its.get(entry);
                if (value != NearLongs.ABSENT) {
                    showed.set(register, value);
                }
            });
            return new Reading(lines.get(entry), fromMilli + milli(entry), showed.build(), TRUSTS.get((int)
                    (stamps.get(entry) % TRUSTS.size())));
        }
    }
}
