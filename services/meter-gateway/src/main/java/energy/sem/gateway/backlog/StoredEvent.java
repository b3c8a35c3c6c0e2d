package energy.sem.gateway.backlog;

/** An event on disk. */
public final class StoredEvent {
    private final long sequence;
    private final byte[] event;

    StoredEvent(long sequence, byte[] event) {
        this.sequence = sequence;
        this.event = event;
    }

    /** Its place in its meter's queue. */
    public long sequence() {
        return sequence;
    }

    /** JSON; not to be changed. */
    public byte[] event() {
        return event;
    }
}
