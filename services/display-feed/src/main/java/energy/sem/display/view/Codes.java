package energy.sem.display.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds a constant by the code it has in URLs. */
final class Codes {
    private Codes() {}

    static <T> Optional<T> find(T[] values, Function<T, String> code, String wanted) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equalsIgnoreCase(wanted))
                .findFirst();
    }
}
