package energy.sem.display.paint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import energy.sem.display.font.Weight;

/** The kinds of text, each for one purpose. Their weights and sizes are in {@code styles.txt}, from which fonts are drawn. */
enum Style {
    TITLE,
    AS_OF,
    BANNER,
    BADGE,
    NUMBER_LARGE,
    NUMBER,
    NUMBER_SMALL,
    UNIT,
    LABEL,
    SMALL_LABEL,
    CHANGE,
    FACT,
    FACT_SMALLER,
    AXIS,
    TICK,
    TICK_NOW,
    NOTICE,
    HINT;

    private static final int FIRST_SIZE = 3;

    private final Weight weight;
    /** Such as 22x18, a column for each scale. A list of texts never changes, but does not say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> sizes;

    Style() {
        String[] row = Table.ROWS.stream()
                .map(line -> line.split(" +", -1))
                .filter(words -> words[0].equals(name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("styles.txt has no " + name()));
        weight = Weight.valueOf(row[1].toUpperCase(Locale.ROOT));
        sizes = List.of(row).subList(FIRST_SIZE, row.length);
    }

    Weight weight() {
        return weight;
    }

    /** Pixels per em, down. */
    int height(Scale scale) {
        return size(scale, 0);
    }

    /** Pixels per em, across. */
    int width(Scale scale) {
        return size(scale, 1);
    }

    private int size(Scale scale, int side) {
        return Integer.parseInt(sizes.get(scale.column()).split("x", -1)[side]);
    }

    /** The rows of the table; a class of its own, because constants are made before an enum's own fields. */
    private static final class Table {
        private static final List<String> ROWS = read();

        private static List<String> read() {
            try (var in = new InputStreamReader(Style.class.getResourceAsStream("styles.txt"), StandardCharsets.UTF_8);
                    BufferedReader lines = new BufferedReader(in)) {
                return lines.lines().filter(line -> !line.startsWith("#")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException("styles.txt cannot be read", e);
            }
        }
    }
}
