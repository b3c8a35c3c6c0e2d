package energy.sem.quickstart.meter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import energy.sem.quickstart.StartFailure;

/**
 * One meter of the command line.
 *
 * @param name as in every URL, {@code [a-z0-9]{1,32}}
 * @param source as the gateway understands it, or {@code simulated?…}
 */
public record MeterChoice(String name, String source) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
    private static final List<String> ADDRESSED = List.of("serial:", "tcp://", "homewizard://", "replay:");

    /** What runs when nobody asked for a meter. */
    public static final MeterChoice DEFAULT = new MeterChoice("home", "simulated?seed=1&history=P13M");

    /**
     * Reads {@code --meter} options.
     *
     * @param options each {@code NAME=SOURCE}; none means {@link #DEFAULT}
     * @throws StartFailure naming the first that is wrong
     */
    public static List<MeterChoice> parse(List<String> options) {
        List<MeterChoice> meters = options.isEmpty()
                ? List.of(DEFAULT)
                : options.stream().map(MeterChoice::parse).toList();
        Set<String> names = new HashSet<>();
        for (MeterChoice meter : meters) {
            if (!names.add(meter.name)) {
                throw new StartFailure("--meter " + meter.name + " is given twice: every meter has a name of its own.");
            }
        }
        return meters;
    }

    private static MeterChoice parse(String option) {
        int equals = option.indexOf('=');
        if (equals < 0) {
            throw new StartFailure(
                    "--meter " + option + ": NAME=SOURCE is expected, such as home=serial:/dev/ttyUSB0.");
        }
        String name = option.substring(0, equals);
        String source = option.substring(equals + 1);
        if (!NAME.matcher(name).matches()) {
            throw new StartFailure("--meter " + option + ": the name \"" + name
                    + "\" may have 1 to 32 small letters and digits and nothing else.");
        }
        MeterChoice meter = new MeterChoice(name, source);
        boolean addressed =
                ADDRESSED.stream().anyMatch(start -> source.startsWith(start) && source.length() > start.length());
        if (!addressed && !meter.isPush() && meter.simulation().isEmpty()) {
            throw new StartFailure("--meter " + option + ": unknown source \"" + source + "\"; known are serial:DEVICE,"
                    + " serial:auto, tcp://HOST:PORT, homewizard://HOST, replay:FILE, push and simulated.");
        }
        return meter;
    }

    /** Nothing is read: telegrams arrive by HTTP. */
    public boolean isPush() {
        return source.equals("push");
    }

    /** The simulated household, when this is one. */
    public Optional<Simulation> simulation() {
        return Simulation.parse(source);
    }
}
