package energy.sem.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Something that can be opened again and again to read one meter's telegrams. Immutable and thread-safe. */
public interface Source {

    /**
     * Opens it; gives up after about ten seconds.
     *
     * @throws IOException whose message says for people what is wrong and what to do; a {@link LeaveAloneException} also when
     *     to try again
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

    /** The host in the network that it reads from, where there is one. */
    default Optional<String> readsFrom() {
        return Optional.empty();
    }

    /** The file that must be there, where there is one. */
    default Optional<Path> needsFile() {
        return Optional.empty();
    }
}
