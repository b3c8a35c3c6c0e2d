package energy.sem.p1;

import java.util.List;

/**
 * An object of a telegram that this library gives no meaning to, or whose value it could not read; kept as it came.
 *
 * @param code the whole OBIS code as sent, such as {@code 1-0:3.8.0}
 * @param groups what stood between each pair of brackets, in order; bytes read as ISO-8859-1
 */
public record UnknownObject(String code, List<String> groups) {

    public UnknownObject {
        groups = List.copyOf(groups);
    }
}
