package energy.sem.ingest.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import energy.sem.event.Occurrence;
import energy.sem.files.EventOf;
import energy.sem.files.ExtremesOf;
import energy.sem.files.FileDevice;
import energy.sem.files.HistoryRows;
import energy.sem.files.RegisterAt;
import energy.sem.files.StatedMonthPeak;
import energy.sem.files.VolumeOf;
import energy.sem.ingest.occurrence.OccurrenceRow;

/** Hears a file out and keeps what it says by device. Not thread-safe. */
final class FileRows implements HistoryRows {
    /** More refused rows than this are counted and not named. */
    static final int MOST_NAMED = 100;

    private static final int MOST_DEVICES = 50;

    /** A meter whose text changes each hour says so many in ten years. */
    private static final int MOST_EVENTS = 100_000;

    /** No household's meter was read by a computer before. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final String OF_ANOTHER_TIME = "its time is before 1990 or after tomorrow";

    private final Instant latest;

    private final Map<FileDevice, FileSeries> devices = new LinkedHashMap<>();
    private final List<OccurrenceRow> events = new ArrayList<>();
    private final List<Plan.RefusedRow> refused = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long rows;
    private long refusedRows;

    /** @param now what a file says of later than tomorrow is refused: its clock was wrong */
    FileRows(Instant now) {
        latest = now.plus(Duration.ofDays(1));
    }

    @Override
    public void register(RegisterAt row) {
        if (isOfAnotherTime(row.at())) {
            refused(row.line(), OF_ANOTHER_TIME);
            return;
        }
        FileSeries series = series(row.line(), row.device());
        if (series != null) {
            take(row.line(), series.add(row));
        }
    }

    @Override
    public void volume(VolumeOf row) {
        if (isOfAnotherTime(row.from()) || isOfAnotherTime(row.to())) {
            refused(row.line(), OF_ANOTHER_TIME);
            return;
        }
        FileSeries series = series(row.line(), row.device());
        if (series != null) {
            take(row.line(), series.add(row));
        }
    }

    @Override
    public void extremes(ExtremesOf row) {
        FileSeries series = isOfAnotherTime(row.quarter()) ? null : series(row.line(), row.device());
        if (series != null) {
            series.add(row);
        }
    }

    @Override
    public void monthPeak(StatedMonthPeak row) {
        FileSeries series = series(row.line(), row.device());
        if (series != null) {
            series.add(row);
        }
    }

    @Override
    public void event(EventOf row) {
        Occurrence said = new Occurrence(
                row.kind(), row.serial(), row.number(), row.at(), row.value(), row.text(), row.seconds());
        Optional<OccurrenceRow> kept = OccurrenceRow.of(0, said);
        if (isOfAnotherTime(row.at()) || kept.isEmpty()) {
            refused(row.line(), "it is no event that a meter tells");
        } else if (events.size() == MOST_EVENTS) {
            refused(row.line(), "the file has more than " + MOST_EVENTS + " events");
        } else {
            rows++;
            events.add(kept.get());
        }
    }

    @Override
    public void refused(long line, String cause) {
        rows++;
        refusedRows++;
        if (refused.size() < MOST_NAMED) {
            refused.add(new Plan.RefusedRow(line, cause));
        }
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void endsEarly(long line, String cause) {
        notes.add("The file ends early, at line " + line + ": " + cause
                + " What was read before that is taken; the rest is missing.");
    }

    /** Such a row would stretch the past over centuries, each quarter hour of which is looked at. */
    private boolean isOfAnotherTime(Instant at) {
        return at.isBefore(EARLIEST) || at.isAfter(latest);
    }

    private FileSeries series(long line, FileDevice device) {
        if (!devices.containsKey(device) && devices.size() == MOST_DEVICES) {
            refused(line, "the file has more than " + MOST_DEVICES + " devices");
            return null;
        }
        return devices.computeIfAbsent(device, each -> new FileSeries());
    }

    private void take(long line, String fault) {
        if (fault == null) {
            rows++;
        } else {
            refused(line, fault);
        }
    }

    /** Of no meter yet. */
    List<OccurrenceRow> events() {
        return events;
    }

    Map<FileDevice, FileSeries> devices() {
        return devices;
    }

    /** All rows, also those that are refused. */
    long rows() {
        return rows;
    }

    long refusedRows() {
        return refusedRows;
    }

    List<Plan.RefusedRow> refused() {
        return refused;
    }

    Collection<String> notes() {
        return notes;
    }
}
