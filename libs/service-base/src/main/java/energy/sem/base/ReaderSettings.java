package energy.sem.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The settings below {@code sem.readers}, by the reader's name. */
@ConfigMapping(prefix = "sem.readers")
public interface ReaderSettings {

    /** All configured readers. */
    @WithParentName
    Map<String, One> byName();

    /** The settings of one reader. */
    interface One {
        /** What it sends to be let in. */
        Optional<String> key();

        /** The names of the meters that it may read. */
        Optional<List<String>> meters();
    }
}
