package energy.sem.history.answer;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Grid and levies that a contract may lie on.
 *
 * @param sets those that belong to another one are in it
 */
public record TariffSetsAnswer(List<KnownSet> sets) {
    public TariffSetsAnswer {
        sets = List.copyOf(sets);
    }

    /**
     * What everybody in an area pays alike.
     *
     * @param name by which a contract lies on it
     * @param words for people, in English
     * @param utility {@code electricity}, {@code gas} or {@code water}
     * @param owner who gets it: {@code grid} or {@code levy}
     * @param source where its numbers stand
     * @param checked the day on which they were compared with it
     * @param until the day from which on something of it is not known; absent while it is open
     * @param facts of the home that it chooses by
     * @param open what could not be confirmed; absent for nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KnownSet(
            String name,
            String words,
            String utility,
            String owner,
            String source,
            LocalDate checked,
            LocalDate until,
            List<Fact> facts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> open) {
        public KnownSet {
            facts = List.copyOf(facts);
            open = List.copyOf(open);
        }
    }

    /**
     * A fact of the home.
     *
     * @param name such as {@code domiciled}
     * @param words one of which it is; absent where it is a number
     */
    public record Fact(String name, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> words) {
        public Fact {
            words = List.copyOf(words);
        }
    }
}
