package energy.sem.files;

import java.io.IOException;

/** One layout in which a system writes a household's past; found by content, never by name. Stateless, thread-safe. */
public interface HistoryFormat {

    /** For people: "Fluvius quarter hours, hours or days". */
    String name();

    /** Whether a file that begins like this is of this format. */
    boolean recognises(FileBeginning beginning);

    /**
     * Tells everything that the file says. Streams: the file is never held in memory.
     *
     * @throws HistoryFileException if it cannot be read at all
     */
    void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException;
}
