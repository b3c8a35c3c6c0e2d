package energy.sem.files;

/** Hears what a file says. Called by one thread; what a method throws ends the reading and reaches who asked for it. */
public interface HistoryRows {

    /** A register showed a value at an instant. */
    void register(RegisterAt row);

    /** A register went so far between two instants. */
    void volume(VolumeOf row);

    /** The extremes of a quarter hour; only SEM's own export has them. */
    default void extremes(ExtremesOf row) {}

    /** A month's peak as the meter stated it; only SEM's own export has them. */
    default void monthPeak(StatedMonthPeak row) {}

    /** What a meter said beside its counts; only SEM's own export has it. */
    default void event(EventOf row) {}

    /**
     * A row that says nothing that could be believed.
     *
     * @param line in the unpacked file, from 1; 0 where it is not of one line
     * @param cause a sentence for people; without serial numbers, EANs or other content of the file but times and field names
     */
    void refused(long line, String cause);

    /** Something that people should know of the whole file; each text once: "Tariff 1 is day here." */
    void note(String text);

    /**
     * The file ends before its end: in the middle of a row, of a table, of a compressed part. What was told so far was read
     * completely; what is missing is not known. Told at most once, as the last.
     */
    void endsEarly(long line, String cause);
}
