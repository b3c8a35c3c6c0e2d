package energy.sem.benchmarks.ingest;

import java.time.Duration;
import java.util.List;

/**
 * What some rows cost.
 *
 * @param rows how many
 * @param seconds of the clock
 * @param serverSeconds processor time of MariaDB
 * @param ingestSeconds processor time of ingest; 0 where it has no part
 */
record Cost(long rows, double seconds, double serverSeconds, double ingestSeconds) {

    /**
     * Runs the work and looks at the clocks.
     *
     * @param rest what the work leaves to be done in the background: processor time, but none of its seconds
     */
    static Cost of(long rows, long serverPid, long ingestPid, Work work, Work rest) throws Exception {
        Duration server = cpu(serverPid);
        Duration ingest = cpu(ingestPid);
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        rest.run();
        return new Cost(
                rows,
                seconds,
                cpu(serverPid).minus(server).toMillis() / 1e3,
                cpu(ingestPid).minus(ingest).toMillis() / 1e3);
    }

    /** All rounds together. */
    static Cost sum(List<Cost> rounds) {
        return rounds.stream()
                .reduce((a, b) -> new Cost(
                        a.rows + b.rows,
                        a.seconds + b.seconds,
                        a.serverSeconds + b.serverSeconds,
                        a.ingestSeconds + b.ingestSeconds))
                .orElseThrow();
    }

    double rowsASecond() {
        return rows / seconds;
    }

    double serverMicrosARow() {
        return serverSeconds * 1e6 / rows;
    }

    /** Rows for each second of a processor, that of the server and that of ingest together. */
    double rowsACoreSecond() {
        return rows / (serverSeconds + ingestSeconds);
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Something to measure. */
    interface Work {
        void run() throws Exception;
    }
}
