package energy.sem.p1;

import java.util.List;

/**
 * An object of a telegram that this library gives no meaning to, or whose value it could not read; kept as it came.
 *
 * @param code the whole OBIS code as sent, such as {@code 1-0:9.8.0}
 * @param groups what stood between each pair of brackets, in order; bytes read as ISO-8859-1
 * @param known whether it has a meaning here, and only its value could not be read
 */
public record UnknownObject(String code, List<String> groups, boolean known) {

    public UnknownObject {
        groups = List.copyOf(groups);
    }

    /** An object without a meaning here. */
    public UnknownObject(String code, List<String> groups) {
        this(code, groups, false);
    }
}
