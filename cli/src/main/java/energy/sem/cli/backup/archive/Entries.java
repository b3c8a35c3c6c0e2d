package energy.sem.cli.backup.archive;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How the inside of a backup is laid out: entries of a kind, a name and blocks (length, bytes), a length of 0 after the last. */
final class Entries {
    static final int MANIFEST = 1;
    static final int TABLE = 2;
    static final int FILE = 3;
    static final int TOTALS = 4;
    static final int BLOCK_BYTES = 32 * 1024;

    static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private Entries() {}
}
