package energy.sem.cli.meter;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import energy.sem.cli.StartFailure;

/**
 * The source {@code simulated?seed=1&history=P13M}.
 *
 * @param seed which household
 * @param history how much of its past is there at the first start
 */
public record Simulation(long seed, Period history) {
    private static final String WORD = "simulated";
    private static final long DEFAULT_SEED = 1;
    private static final Period DEFAULT_HISTORY = Period.ofMonths(13);

    /**
     * Reads a source.
     *
     * @return empty when the source is another kind
     * @throws StartFailure when it is this kind and a parameter is wrong
     */
    static Optional<Simulation> parse(String source) {
        if (source.equals(WORD)) {
            return Optional.of(new Simulation(DEFAULT_SEED, DEFAULT_HISTORY));
        }
        if (!source.startsWith(WORD + "?")) {
            return Optional.empty();
        }
        long seed = DEFAULT_SEED;
        Period history = DEFAULT_HISTORY;
        for (String parameter : source.substring(WORD.length() + 1).split("&", -1)) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (parameter.startsWith("seed=")) {
                seed = seed(value);
            } else if (parameter.startsWith("history=")) {
                history = history(value);
            } else {
                throw new StartFailure("source " + source + ": unknown parameter \"" + parameter
                        + "\"; known are seed=1 and history=P13M.");
            }
        }
        return Optional.of(new Simulation(seed, history));
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new StartFailure("seed=" + value + ": a whole number is expected, such as seed=1.", e);
        }
    }

    private static Period history(String value) {
        try {
            Period period = Period.parse(value);
            if (period.isNegative()) {
                throw new StartFailure("history=" + value + ": a length cannot be negative.");
            }
            return period;
        } catch (DateTimeParseException e) {
            throw new StartFailure("history=" + value + ": a length is expected, such as P13M, P2Y or P7D.", e);
        }
    }
}
