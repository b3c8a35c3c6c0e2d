package energy.sem.cli.doctor;

import java.util.stream.DoubleStream;

/**
 * Metrics as {@code /q/metrics} writes them, a line each: name, labels in braces, value.
 *
 * @param text the whole answer
 */
record MetricsText(String text) {
    /** The sum over all labels; 0 when there is none of that name, as of a counter that has counted nothing. */
    double sum(String name) {
        return values(name).sum();
    }

    /** The largest over all labels; 0 when there is none. */
    double max(String name) {
        return values(name).max().orElse(0);
    }

    private DoubleStream values(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(MetricsText::value)
                .filter(Double::isFinite);
    }

    private static double value(String line) {
        try {
            return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
