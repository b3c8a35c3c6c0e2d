package energy.sem.gateway.share;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.common.utils.Utils;

/**
 * A part of all meters, by their names. Immutable.
 *
 * @param of how many partitions there are
 * @param mine those that are in this part, numbered from 0
 */
record Share(int of, Set<Integer> mine) {
    static final Share NONE = new Share(1, Set.of());
    static final Share ALL = new Share(1, Set.of(0));

    Share {
        if (of < 1 || mine.stream().anyMatch(each -> each < 0 || each >= of)) {
            throw new IllegalArgumentException("no share: " + mine + " of " + of);
        }
        mine = Set.copyOf(mine);
    }

    /** Whether a meter is in it: the partition of its name, as a producer chooses it, is. */
    boolean has(String meter) {
        return mine.contains(Utils.toPositive(Utils.murmur2(meter.getBytes(StandardCharsets.UTF_8))) % of);
    }

    /** This one without some. */
    Share without(Set<Integer> some) {
        Set<Integer> rest = new TreeSet<>(mine);
        rest.removeAll(some);
        return new Share(of, rest);
    }

    /** A line that {@link #parse} understands. */
    String line() {
        StringBuilder line = new StringBuilder(Integer.toString(of));
        new TreeSet<>(mine).forEach(each -> line.append(' ').append(each));
        return line.toString();
    }

    /** @throws IllegalArgumentException when the line says no share */
    static Share parse(String line) {
        String[] numbers = line.strip().split(" ", -1);
        Set<Integer> mine = new TreeSet<>();
        for (int i = 1; i < numbers.length; i++) {
            mine.add(Integer.valueOf(numbers[i]));
        }
        return new Share(Integer.parseInt(numbers[0]), mine);
    }
}
