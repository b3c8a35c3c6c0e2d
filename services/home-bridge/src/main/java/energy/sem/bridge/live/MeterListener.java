package energy.sem.bridge.live;

/** Is told each new reading. */
public interface MeterListener {

    /**
     * A meter has said something new, the newest that is known: of a backlog only the last is told. Called on the one thread that reads Kafka, in order: hand longer work to a thread of
     * your own.
     */
    void heard(MeterState newest);
}
