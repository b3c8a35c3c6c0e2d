package energy.sem.base.door;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.HttpDate;

/**
 * The service's clock, in each answer (RFC 9110, 6.6.1): {@code semctl doctor} sees by it whose clock is off. The first system's
 * sensor and display get what they have always got, and no header more.
 */
@ApplicationScoped
class DateHeader {
    private final Optional<String> firstSystemsPath;

    /** @param firstSystemsPath what the first system's device asks for, from the service's application.properties */
    DateHeader(@ConfigProperty(name = "door.first-systems-path") Optional<String> firstSystemsPath) {
        this.firstSystemsPath = firstSystemsPath;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (!firstSystemsPath.equals(Optional.ofNullable(context.request().path()))) {
                context.response().headers().set("Date", HttpDate.ofNow(Instant.now()));
            }
            context.next();
        });
    }
}
