package energy.sem.files.reading;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.RegisterAt;
import energy.sem.files.Trust;
import energy.sem.p1.RegisterValues;

/**
 * Gathers the registers that a source without serial numbers gives of one device, in any order and however often, keeps the first and
 * the last of each quarter hour (more than that SEM never stores) and tells them in order, split where another meter began. So
 * minutes of ten years fit into memory, and a database's dump need not be sorted. Not thread-safe.
 */
public final class RegisterSeries {
    /**
     * A quarter hour takes 57 bytes with four registers: ten years of minutes fit, and with those of gas and water beside them took
     * 41 MiB. Ingest has 96 MiB (-Xmx96m), and listens to meters meanwhile.
     */
    private static final long MOST_BYTES_ELECTRICITY = 24L * 1024 * 1024;

    private static final long MOST_BYTES_OTHER = 12L * 1024 * 1024;

    private final NavigableMap<Integer, QuarterPage> pages = new TreeMap<>();
    private final AtomicLong heldBytes = new AtomicLong();
    private final FileDeviceKind kind;

    public RegisterSeries(FileDeviceKind kind) {
        this.kind = kind;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /** Adds a reading; one of the same instant adds the registers that the other has not. */
    public void add(long line, Instant at, RegisterValues values, Trust trust) throws RowException {
        if (values.isEmpty()) {
            return;
        }
        long milli = at.toEpochMilli();
        long number = Math.floorDiv(milli, QuarterPage.QUARTER_MILLI);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new RowException("the year cannot be");
        }
        if (heldBytes.get() > (kind == FileDeviceKind.ELECTRICITY ? MOST_BYTES_ELECTRICITY : MOST_BYTES_OTHER)) {
            throw new RowException("the file has more of the " + kind.word()
                    + " meter than fits into memory: split it into files of at most ten years");
        }
        pages.computeIfAbsent((int) number >> QuarterPage.BITS, page -> new QuarterPage(page, heldBytes))
                .add(new Reading(line, milli, values, trust));
    }

    /** Tells all, in order of time. */
    public void tell(HistoryRows rows) {
        SortedReadings sorted = new SortedReadings(pages.values());
        pages.clear();
        heldBytes.set(0);
        MeterChanges changes = MeterChanges.of(sorted);
        for (int i = 0; i < sorted.size(); i++) {
            Reading reading = sorted.get(i);
            sorted.dropBefore(i);
            if (changes.isWrong(i)) {
                rows.refused(
                        reading.line(),
                        "the registers jump here and are back soon after: taken for a reading that went wrong");
                continue;
            }
            FileDevice device = new FileDevice(kind, "", changes.generation(i));
            Instant at = Instant.ofEpochMilli(reading.atMilli());
            reading.values()
                    .forEach((register, value) -> rows.register(
                            new RegisterAt(reading.line(), device, register, at, value, reading.trust())));
        }
        changes.beginnings()
                .forEach(at -> rows.note("From " + Instant.ofEpochMilli(at) + " the registers of the " + kind.word()
                        + " meter count on from elsewhere: another meter was there from then on."));
    }
}
