package energy.sem.system.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process takes, as Linux counts it.
 *
 * @param residentKib of its memory what is in RAM, pages that it shares with others in full (VmRSS)
 * @param proportionalKib the same, but of a page that n processes share 1/n (PSS): these may be added up
 * @param cpuSeconds of processor time since its start, that of its threads included
 */
record ProcessCost(long residentKib, long proportionalKib, double cpuSeconds) {
    /** Of a second; what {@code getconf CLK_TCK} says on every Linux that has run for twenty years. */
    private static final double TICKS = 100;

    /** Behind the name of the program: the fields 14 and 15 of proc(5), of which 3 is the first there. */
    private static final int USER_TICKS = 14 - 3;

    private static final int SYSTEM_TICKS = 15 - 3;

    /**
     * Of a running process.
     *
     * @throws IOException when it has ended, or is another user's
     */
    static ProcessCost of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return new ProcessCost(
                kib("VmRSS", Files.readString(process.resolve("status"))),
                kib("Pss", Files.readString(process.resolve("smaps_rollup"))),
                cpuSeconds(Files.readString(process.resolve("stat"))));
    }

    /**
     * The value of a line such as {@code VmRSS:   12345 kB}.
     *
     * @throws IllegalArgumentException where there is none: a kernel without it must not count as no memory at all
     */
    static long kib(String name, String lines) {
        Matcher line = Pattern.compile("^" + name + ":\\s+(\\d+) kB$", Pattern.MULTILINE)
                .matcher(lines);
        if (!line.find()) {
            throw new IllegalArgumentException("no " + name + " in: " + lines);
        }
        return Long.parseLong(line.group(1));
    }

    /** User and system time of {@code /proc/PID/stat}, whose second field, a name in brackets, may have spaces and brackets. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS;
    }
}
