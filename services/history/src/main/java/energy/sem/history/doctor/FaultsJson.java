package energy.sem.history.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.history.answer.MetersAnswer;

/** The faults of a look, as {@code semctl doctor} writes them: a list of objects with {@code check}, {@code what} and {@code advice}. */
final class FaultsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FaultsJson() {}

    /** The faults; empty when the text is not such a list, since half of one would say that the rest is well. */
    static Optional<List<MetersAnswer.Fault>> read(String text) {
        JsonNode all;
        try {
            all = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!all.isArray()) {
            return Optional.empty();
        }
        List<MetersAnswer.Fault> faults = new ArrayList<>();
        for (JsonNode each : all) {
            if (!isSaid(each.path("check")) || !isSaid(each.path("what"))) {
                return Optional.empty();
            }
            faults.add(new MetersAnswer.Fault(
                    each.path("check").textValue(),
                    each.path("what").textValue(),
                    isSaid(each.path("advice")) ? each.path("advice").textValue() : null));
        }
        return Optional.of(faults);
    }

    private static boolean isSaid(JsonNode text) {
        return text.isTextual() && !text.textValue().isBlank();
    }
}
