package energy.sem.gateway.source;

import java.io.IOException;

/** Something that can be opened again and again to read one meter's telegrams. Immutable and thread-safe. */
public interface Source {

    /**
     * Opens it; gives up after about ten seconds.
     *
     * @throws IOException whose message says for people what is wrong and what to do
     */
    Line open() throws IOException, InterruptedException;

    /** Whether it gives what a meter says now; a recording does not. */
    default boolean isLive() {
        return true;
    }

    /** How long nothing may come over an open line before it is closed and opened again; 0 for ever. */
    default int silenceSeconds() {
        return 0;
    }
}
