package energy.sem.system.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The figures of one run, side by side, held against the goals. Used by one thread. */
final class Footprint {
    private static final double MEMORY_RATIO = 0.75;
    private static final double START_RATIO = 0.6;
    private static final double IDLE_PERCENT = 5;
    private static final double WHOLE_MIB = 1024;

    private final boolean withCache;
    private final Map<String, Steady> shipped = new LinkedHashMap<>();
    private final Map<String, Steady> byDefault = new LinkedHashMap<>();
    private final Map<String, Start> shippedStarts = new LinkedHashMap<>();
    private final Map<String, Start> defaultStarts = new LinkedHashMap<>();
    private final Set<String> notOfTheWhole;

    /**
     * Nothing measured yet.
     *
     * @param withCache whether services start from the JVM's ahead-of-time cache
     * @param notOfTheWhole parts that are off unless somebody configures them
     */
    Footprint(boolean withCache, Set<String> notOfTheWhole) {
        this.withCache = withCache;
        this.notOfTheWhole = Set.copyOf(notOfTheWhole);
    }

    void shipped(String part, Steady steady) {
        shipped.put(part, steady);
    }

    void byDefault(String part, Steady steady) {
        byDefault.put(part, steady);
    }

    void starts(String service, List<Start> asShipped, List<Start> asDefault) {
        shippedStarts.put(service, Start.median(asShipped));
        defaultStarts.put(service, Start.median(asDefault));
    }

    /** What is judged. */
    List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        shippedStarts.keySet().forEach(service -> {
            goals.add(new Goal(service, "memory of the JVM's defaults", memoryRatio(service), MEMORY_RATIO));
            if (withCache) {
                goals.add(new Goal(service, "start of the JVM's defaults", startRatio(service), START_RATIO));
            }
        });
        shipped.forEach(
                (part, steady) -> goals.add(new Goal(part, "idle, % of a core", steady.cpuPercent(), IDLE_PERCENT)));
        goals.add(new Goal("all parts", "resident MiB", whole().residentMib(), WHOLE_MIB));
        return goals;
    }

    /** All parts that run unless more is configured. */
    Steady whole() {
        return shipped.entrySet().stream()
                .filter(each -> !notOfTheWhole.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce(
                        new Steady(0, 0, 0),
                        (one, other) -> new Steady(
                                one.residentMib() + other.residentMib(),
                                one.proportionalMib() + other.proportionalMib(),
                                one.cpuPercent() + other.cpuPercent()));
    }

    /** A table of Markdown. */
    String table() {
        StringBuilder table = new StringBuilder(
                """
                | | RSS (PSS), MiB | by the JVM's defaults | of these | ready, first answer, s | by the JVM's defaults | of these | processor time of a start, s | idle, percent of a core |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        shipped.forEach((part, steady) -> table.append("| ")
                .append(part)
                .append(notOfTheWhole.contains(part) ? " (where it is on)" : "")
                .append(" | ")
                .append(memory(steady))
                .append(shippedStarts.containsKey(part) ? besideDefaults(part) : " | | | | | | ")
                .append(" | ")
                .append(number("%.2f", steady.cpuPercent()))
                .append(" |\n"));
        Steady whole = whole();
        return table.append("| **all that runs** | **")
                .append(memory(whole))
                .append("** | | | | | | | **")
                .append(number("%.2f", whole.cpuPercent()))
                .append("** |\n")
                .toString();
    }

    private String besideDefaults(String service) {
        Start start = shippedStarts.get(service);
        Start other = defaultStarts.get(service);
        return " | " + memory(byDefault.get(service)) + " | " + number("%.2f", memoryRatio(service)) + " | "
                + number("%.1f, %.1f", start.readySeconds(), start.answerSeconds()) + " | "
                + number("%.1f, %.1f", other.readySeconds(), other.answerSeconds()) + " | "
                + number("%.2f", startRatio(service)) + " | "
                + number("%.1f instead of %.1f", start.cpuSeconds(), other.cpuSeconds());
    }

    private double memoryRatio(String service) {
        return shipped.get(service).residentMib() / byDefault.get(service).residentMib();
    }

    private double startRatio(String service) {
        return shippedStarts.get(service).answerSeconds()
                / defaultStarts.get(service).answerSeconds();
    }

    private static String memory(Steady steady) {
        return number("%.0f (%.0f)", steady.residentMib(), steady.proportionalMib());
    }

    private static String number(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
