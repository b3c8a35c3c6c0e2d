package energy.sem.ingest.statement;

/**
 * The statement by which whoever locks meters also changes a row of each: a Galera cluster knows row locks on the node where they
 * are held only, and refuses the second of two transactions that changed the same row on two nodes.
 */
public final class MeterTurn {

    /**
     * The statement for some meters.
     *
     * @param condition which ones, such as {@code name = ?}
     */
    public static String of(String condition) {
        return "INSERT INTO meter_turn (meter_id, turns) SELECT id, 1 FROM meter WHERE " + condition
                + " ORDER BY id ON DUPLICATE KEY UPDATE turns = turns + 1";
    }

    private MeterTurn() {}
}
