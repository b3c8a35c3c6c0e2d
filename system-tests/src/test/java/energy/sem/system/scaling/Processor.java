package energy.sem.system.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of processes, in /proc. */
final class Processor {
    /** USER_HZ, which is 100 on all of Linux' usual architectures. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int KERNEL_TICKS = 12;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int LAST = 8;

    private Processor() {}

    /** Processor time that a process has used, its threads together, in seconds. */
    static double seconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        // The name before may have spaces and brackets in it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[KERNEL_TICKS])) / TICKS_A_SECOND;
    }

    /** The most memory that a process ever had resident, in megabytes (MiB). */
    static long mostResidentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no VmHWM of process " + pid));
    }

    /** Processor time that the machine has used, by whoever, in seconds. */
    static double machineSeconds() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
        double ticks = 0;
        for (int i = 1; i <= LAST; i++) {
            if (i != IDLE && i != WAITING) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / TICKS_A_SECOND;
    }
}
