package energy.sem.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The bytes of one history, unpacked. A stream ends with a {@link HistoryFileException} where a compressed part is broken or
 * grows beyond all bounds.
 */
public interface HistoryInput {

    /** For people; may hold an EAN: never for logs. */
    String name();

    /** From the beginning; the caller closes it. */
    InputStream open() throws IOException;

    /** Another file of the same archive or folder, from its beginning; the caller closes it. */
    InputStream open(String member) throws IOException;

    /** Names for {@link #open(String)} in an archive; empty for a single file. */
    List<String> members();

    /** The same as a file on the disk, where it must be sought in (SQLite); unpacked beside at need, and gone with the input. */
    Path onDisk() throws IOException;
}
