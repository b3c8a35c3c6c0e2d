package energy.sem.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import energy.sem.local.LocalServiceException;

/**
 * A program that runs beside this JVM and never outlives it, not even a {@code kill -9} of it. Its output goes to a log
 * file; Ctrl-C in the terminal does not reach it, so that whoever started it decides the order of stopping. Needs a
 * POSIX {@code /bin/sh}. Safe for use by several threads.
 */
public final class ChildProcess implements AutoCloseable {

    /**
     * The shell becomes the program (exec), so its pid is the program's. Before, it leaves a watcher behind that reads
     * the pipe whose other end only the parent JVM holds: at its end, because the parent closed it or died, the program
     * gets SIGTERM and, when it does not end within 30 s, SIGKILL.
     */
    private static final String WATCHED =
            """
            trap '' INT HUP
            main=$$
            exec 3<&0 </dev/null
            {
              while read -r line; do :; done
              kill -TERM $main || exit 0
              left=300
              while kill -0 $main && [ $left -gt 0 ]; do left=$((left - 1)); sleep 0.1; done
              kill -KILL $main
            } <&3 >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private final String name;
    private final Path log;
    private final long logFrom;
    private final Process process;

    private ChildProcess(String name, Path log, long logFrom, Process process) {
        this.name = name;
        this.log = log;
        this.logFrom = logFrom;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param name what messages call it
     * @param command program and arguments
     * @param log file to which its output is appended
     * @throws LocalServiceException when the program cannot be started
     */
    public static ChildProcess start(String name, List<String> command, Path log) {
        return start(name, command, Map.of(), log);
    }

    /**
     * Starts a program with more variables than this process has in its environment.
     *
     * @param name what messages call it
     * @param command program and arguments
     * @param environment added to this process' own
     * @param log file to which its output is appended
     * @throws LocalServiceException when the program cannot be started
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, name));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        long logFrom = log.toFile().length();
        try {
            Process process = builder.start();
            ChildProcess child = new ChildProcess(name, log, logFrom, process);
            var unused = process.onExit().thenRun(child::releaseWatcher);
            return child;
        } catch (IOException e) {
            throw new LocalServiceException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until {@code ready} holds, asking every 20 ms.
     *
     * @throws PortTakenException when the program ends before, complaining that an address is in use
     * @throws LocalServiceException when the program ends before for another reason, or the time is over; the message
     *     says why, as {@link #endInWords()} or with the last complaint of its log
     */
    public void awaitReady(BooleanSupplier ready, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (hasEndedWithin(20)) {
                String message = name + " did not start: " + endInWords();
                throw LogFile.lastLines(log, logFrom).stream().anyMatch(PortTakenException::isMeantBy)
                        ? new PortTakenException(message)
                        : new LocalServiceException(message);
            }
            if (System.nanoTime() > end) {
                throw new LocalServiceException(
                        name + " was not ready within " + patience.toSeconds() + " s: " + LogFile.reason(log, logFrom));
            }
        }
    }

    /** Why the program has ended, once it has: a clause that names it, such as {@code Kafka was killed by signal 9}. */
    public String endInWords() {
        return EndInWords.of(name, process.exitValue(), log, logFrom);
    }

    /** Asks the program to end (SIGTERM) and kills it when it has not within {@code patience}. */
    public void stop(Duration patience) {
        process.toHandle().destroy();
        if (!hasEndedWithin(patience.toMillis())) {
            kill();
        }
    }

    /** Ends the program at once (SIGKILL), as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(10_000)) {
            throw new LocalServiceException(name + " (process " + pid() + ") does not end, not even by SIGKILL");
        }
    }

    /** Stops its clock, as a laptop's lid or a swapping host does: SIGSTOP. */
    public void freeze() {
        signal("STOP");
    }

    /** It goes on where it was: SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LocalServiceException("no signal can be sent to " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServiceException("interrupted while sending a signal to " + name, e);
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(20));
    }

    private boolean hasEndedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalServiceException("interrupted while waiting for " + name, e);
        }
    }

    private void releaseWatcher() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The watcher has gone already; then nothing is left to release.
            return;
        }
    }
}
