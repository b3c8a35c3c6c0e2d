package energy.sem.bill.tariff;

import java.time.LocalDate;
import java.util.List;

/**
 * What everybody in an area pays alike.
 *
 * @param name by which contracts lie on it
 * @param words for people
 * @param utility what it is for
 * @param source where its numbers stand
 * @param checked the day on which somebody compared them with the source
 * @param open what could not be confirmed; empty for nothing
 * @param includes names of sets that belong to it
 */
public record TariffSet(
        String name,
        String words,
        Utility utility,
        String source,
        LocalDate checked,
        List<String> open,
        List<String> includes,
        List<Component> components) {
    public TariffSet {
        open = List.copyOf(open);
        includes = List.copyOf(includes);
        components = List.copyOf(components);
    }
}
