package energy.sem.system;

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
public record ProcessCost(long residentKib, long proportionalKib, double cpuSeconds) {
    /** Of a second; what {@code getconf CLK_TCK} says on every Linux that has run for twenty years. */
    private static final double TICKS = 100;

    /** Behind the name of the program: the fields 14 and 15 of proc(5), of which 3 is the first there. */
    private static final int USER_TICKS = 14 - 3;

    private static final int SYSTEM_TICKS = 15 - 3;

    /** Of the first line of /proc/stat, whose fields beyond the last are counted in others already. */
    private static final int IDLE = 4;

    private static final int WAITING = 5;
    private static final int LAST_OF_MACHINE = 8;

    /**
     * Of a running process.
     *
     * @throws IOException when it has ended, or is another user's
     */
    public static ProcessCost of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return new ProcessCost(
                kib("VmRSS", Files.readString(process.resolve("status"))),
                kib("Pss", Files.readString(process.resolve("smaps_rollup"))),
                cpuSeconds(Files.readString(process.resolve("stat"))));
    }

    /**
     * Processor time of a running process since its start, that of its threads included, in seconds.
     *
     * @throws IOException when it has ended
     */
    public static double cpuSeconds(long pid) throws IOException {
        return cpuSeconds(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    }

    /**
     * The most memory that a running process ever had resident (VmHWM), in KiB.
     *
     * @throws IOException when it has ended
     */
    public static long mostResidentKib(long pid) throws IOException {
        return kib("VmHWM", Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    }

    /** Processor time that the machine has used since its start, by whoever, in seconds. */
    public static double machineSeconds() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
        double ticks = 0;
        for (int i = 1; i <= LAST_OF_MACHINE; i++) {
            if (i != IDLE && i != WAITING) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / TICKS;
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
