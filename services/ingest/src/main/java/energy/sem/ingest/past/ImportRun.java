package energy.sem.ingest.past;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An import that was done.
 *
 * @param number by which it is taken out
 * @param state {@code done} or {@code undone}
 * @param format the layouts of the file
 * @param sha256 of the file
 * @param bytes of the file
 * @param rows of the file
 * @param refusedRows rows that could not be taken
 * @param quarters quarter hours that it changed
 * @param from the beginning of these
 * @param to the end
 * @param anchor where the level of the registers came from
 * @param at when it was done
 * @param undoneAt when it was taken out
 * @param words what was said of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRun(
        int number,
        String state,
        String format,
        String sha256,
        long bytes,
        long rows,
        long refusedRows,
        long quarters,
        Instant from,
        Instant to,
        String anchor,
        Instant at,
        Instant undoneAt,
        List<String> words) {}
