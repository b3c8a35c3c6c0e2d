package energy.sem.guard;

import java.util.List;

/**
 * What the fuses of single phases leave. Nobody knows which phases a charger is on: it is taken to be alone on the fullest
 * one. A charger on three phases comes to its share in a few steps.
 */
public final class PhaseRoom {

    /**
     * One phase at one moment.
     *
     * @param centiA its current from the grid, hundredths of an ampere; negative towards the grid
     */
    public record Load(long centiA) {}

    /**
     * The import that no fuse minds, W, at least 1.
     *
     * @param importW the present import, W
     * @param loads of the phases whose current is known; none, and only the whole connection counts
     * @param phases how many the connection has
     * @param fuseCentiA what each carries
     * @param connectionW what all carry together, W
     */
    public static int watts(int importW, List<Load> loads, int phases, long fuseCentiA, int connectionW) {
        long most = loads.stream().mapToLong(Load::centiA).max().orElse(Long.MIN_VALUE);
        if (most == Long.MIN_VALUE || fuseCentiA <= 0 || phases <= 0) {
            return Math.max(1, connectionW);
        }
        long roomCentiA = fuseCentiA - most;
        // Of a phase; a charger on all of them has to give way on each to relieve the one.
        long roomW = roomCentiA * connectionW / (phases * fuseCentiA) * (roomCentiA < 0 ? phases : 1);
        return (int) Math.max(1, Math.min(connectionW, importW + roomW));
    }

    private PhaseRoom() {}
}
