package energy.sem.gateway.backlog;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a meter waits on disk.
 *
 * @param telegrams how many
 * @param bytes how large they are, without the store's own overhead
 * @param oldestAt when the oldest was put there; {@code null} when none waits
 * @param dropped how many were lost since the start, because the backlog was full or they were too old
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"telegrams", "bytes", "dropped"})
public record Waiting(long telegrams, long bytes, Instant oldestAt, long dropped) {

    /** Nothing waits and nothing was lost. */
    public static final Waiting NONE = new Waiting(0, 0, null, 0);
}
