package energy.sem.base;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The readers of the settings. A bean of its own, made when it is first asked: filters of REST, and {@link ReadKeys} with them, are
 * made before Quarkus knows what the settings below a prefix are.
 */
@ApplicationScoped
class Readers {
    private final ReaderSettings settings;

    @Inject
    Readers(ReaderSettings settings) {
        this.settings = settings;
    }

    Map<String, ReaderSettings.One> byName() {
        return settings.byName();
    }
}
