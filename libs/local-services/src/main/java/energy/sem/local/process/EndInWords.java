package energy.sem.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Why a program has ended, for a person: found in its exit value, in what it logged, and in the room on its disk. */
final class EndInWords {

    // A shell's way, and that of Process.exitValue(), to say by which signal (signal(7)).
    private static final int BY_SIGNAL = 128;
    private static final int HIGHEST_SIGNAL = 64;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    // ENOSPC in the words of Java, of InnoDB, and of the other engines of MariaDB.
    private static final Pattern NO_SPACE =
            Pattern.compile("(?i)no space left on device|errno: 28\\b|error: 28\\b|disk (is )?full");
    private static final Pattern NO_MEMORY =
            Pattern.compile("java\\.lang\\.OutOfMemoryError|(?i)cannot allocate memory");

    private EndInWords() {}

    /**
     * The strongest cause that can be found.
     *
     * @param name what the sentence calls the program
     * @param exitValue as {@link Process#exitValue()} gives it
     * @param log its log
     * @param logFrom where in the log this run of it begins
     */
    static String of(String name, int exitValue, Path log, long logFrom) {
        int signal = exitValue > BY_SIGNAL && exitValue <= BY_SIGNAL + HIGHEST_SIGNAL ? exitValue - BY_SIGNAL : 0;
        if (signal == SIGKILL || signal == SIGTERM) {
            return bySignal(name, signal);
        }
        List<String> lastLines = LogFile.lastLines(log, logFrom);
        DiskRoom disk = DiskRoom.of(log.toAbsolutePath().getParent());
        // The log of a full disk may be cut off before it says so; and a full disk may have room again by now.
        if (disk.isFull()) {
            return disk.fullInWords();
        }
        if (lastLines.stream().anyMatch(NO_SPACE.asPredicate())) {
            return "the disk was full: " + name + " found no space left in " + disk.folder();
        }
        if (lastLines.stream().anyMatch(PortTakenException::isMeantBy)) {
            return name + " cannot open its port, something else listens there";
        }
        if (lastLines.stream().anyMatch(NO_MEMORY.asPredicate())) {
            return name + " ran out of memory";
        }
        if (signal != 0) {
            return bySignal(name, signal);
        }
        return name + " ended by itself (exit code " + exitValue + "): " + LogFile.reason(log, logFrom);
    }

    private static String bySignal(String name, int signal) {
        return name + " was killed by signal " + signal;
    }
}
