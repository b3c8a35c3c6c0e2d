package energy.sem.gateway.backlog;

import java.nio.file.Path;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings below {@code sem.backlog}. */
@ConfigMapping(prefix = "sem.backlog")
public interface BacklogSettings {

    /** Where events wait on disk; made when absent. One gateway's own. */
    @WithDefault(".sem/backlog")
    Path folder();

    /** How much may wait; beyond it the oldest go. */
    @WithDefault("512M")
    MemorySize maxSize();

    /** How long an event may wait; an older one goes. */
    @WithDefault("P7D")
    Duration maxAge();
}
