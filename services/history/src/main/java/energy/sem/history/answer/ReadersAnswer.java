package energy.sem.history.answer;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.base.KeptReader;

/**
 * The readers that are administered while SEM runs, by name; of a group that a reader is for, its members.
 */
@Schema(requiredProperties = "readers")
public record ReadersAnswer(List<KeptReader> readers) {
    public ReadersAnswer {
        readers = List.copyOf(readers);
    }
}
