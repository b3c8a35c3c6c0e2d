package energy.sem.ingest.past;

import energy.sem.files.EventOf;
import energy.sem.files.ExtremesOf;
import energy.sem.files.HistoryRows;
import energy.sem.files.HistorySource;
import energy.sem.files.RegisterAt;
import energy.sem.files.StatedMonthPeak;
import energy.sem.files.VolumeOf;

/** Passes on what a file says and tells now and then how far it is. */
final class Told implements HistoryRows {
    private static final int ROWS_BETWEEN = 5000;

    private final FileRows rows;
    private final HistorySource source;
    private final Progress progress;
    private int passed;

    Told(FileRows rows, HistorySource source, Progress progress) {
        this.rows = rows;
        this.source = source;
        this.progress = progress;
    }

    @Override
    public void register(RegisterAt row) {
        passed();
        rows.register(row);
    }

    @Override
    public void volume(VolumeOf row) {
        passed();
        rows.volume(row);
    }

    @Override
    public void extremes(ExtremesOf row) {
        passed();
        rows.extremes(row);
    }

    @Override
    public void monthPeak(StatedMonthPeak row) {
        rows.monthPeak(row);
    }

    @Override
    public void event(EventOf row) {
        passed();
        rows.event(row);
    }

    @Override
    public void refused(long line, String cause) {
        passed();
        rows.refused(line, cause);
    }

    @Override
    public void note(String text) {
        rows.note(text);
    }

    @Override
    public void endsEarly(long line, String cause) {
        rows.endsEarly(line, cause);
    }

    private void passed() {
        if (++passed % ROWS_BETWEEN == 0) {
            progress.at("reading", source.shareRead().orElse(0));
        }
    }
}
