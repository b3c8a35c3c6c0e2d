package energy.sem.ingest.receive;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Has records unpacked by lz4's own code. The library takes it by itself only when the system's class loader loads it, which
 * Quarkus' is not; once it is loaded Kafka's client finds it. In Java it took a fifth of ingest's processor time.
 */
@ApplicationScoped
class NativeLz4 {
    private static final Logger LOG = Logger.getLogger(NativeLz4.class);

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        try {
            LOG.debugf("records are unpacked by %s", LZ4Factory.nativeInstance());
        } catch (LinkageError | AssertionError | RuntimeException e) {
            LOG.debug("records are unpacked by Java, which is slower: lz4's own code cannot be loaded", e);
        }
    }
}
