package energy.sem.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/**
 * The settings below {@code sem.readers}, by the reader's name. Filters of REST are made while Quarkus initializes, before other
 * mappings are known: this one says that it may be asked then, in the process that runs.
 */
@StaticInitSafe
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
