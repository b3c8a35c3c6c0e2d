package energy.sem.cli.meter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import energy.sem.cli.StartFailure;

/**
 * One meter of the command line.
 *
 * @param name as in every URL, {@code [a-z0-9]{1,32}}
 * @param source as the gateway understands it, or {@code simulated?…}
 */
public record MeterChoice(String name, String source) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");

    /** What runs when nobody asked for a meter. */
    public static final MeterChoice DEFAULT = new MeterChoice("home", "simulated?seed=1&history=P13M");

    /**
     * Reads {@code --meter} options.
     *
     * @param options each {@code NAME=SOURCE}; none means {@link #DEFAULT}
     * @throws StartFailure naming all that are wrong
     */
    public static List<MeterChoice> parse(List<String> options) {
        if (options.isEmpty()) {
            return List.of(DEFAULT);
        }
        List<MeterChoice> meters = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String option : options) {
            try {
                MeterChoice meter = parse(option);
                meters.add(meter);
                if (!names.add(meter.name)) {
                    faults.add("--meter " + meter.name + " is given twice: every meter has a name of its own.");
                }
            } catch (StartFailure e) {
                faults.add("--meter " + option + ": " + e.getMessage());
            }
        }
        StartFailure.throwIfAny(faults);
        return List.copyOf(meters);
    }

    private static MeterChoice parse(String option) {
        int equals = option.indexOf('=');
        if (equals < 0) {
            throw new StartFailure("NAME=SOURCE is expected, such as home=serial:/dev/ttyUSB0.");
        }
        String name = option.substring(0, equals);
        if (!NAME.matcher(name).matches()) {
            throw new StartFailure(
                    "the name \"" + name + "\" may have 1 to 32 small letters and digits and nothing else.");
        }
        String source = option.substring(equals + 1);
        try {
            MeterSources.parse(source);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e.getMessage() + ".", e);
        }
        return new MeterChoice(name, source);
    }

    /** Nothing is read: telegrams arrive by HTTP. */
    public boolean isPush() {
        return source.equals("push");
    }

    /** The simulated household, when this is one. */
    public Optional<Simulation> simulation() {
        return Simulation.parse(source);
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name + "=" + source;
    }
}
