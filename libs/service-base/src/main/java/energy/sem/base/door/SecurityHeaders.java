package energy.sem.base.door;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a browser is told with every answer: to believe the content type, to tell other sites nothing of the address (it may
 * hold a key), which scripts and styles a page may use, and which pages may show it in a frame. The first system's sensor and
 * display get what they have always got, and no header more: their buffers have no bound.
 */
@ApplicationScoped
class SecurityHeaders {
    private final String policy;
    private final Optional<String> firstSystemsPath;

    /**
     * @param page the service's own policy for what it shows, from its application.properties
     * @param firstSystemsPath what the first system's device asks for, likewise
     * @param frameAncestors who may show it in a frame, in the words of Content-Security-Policy
     */
    SecurityHeaders(
            @ConfigProperty(name = "door.page-policy", defaultValue = "default-src 'none'") String page,
            @ConfigProperty(name = "door.first-systems-path") Optional<String> firstSystemsPath,
            @ConfigProperty(name = "sem.http.frame-ancestors", defaultValue = "'self'") String frameAncestors) {
        this.firstSystemsPath = firstSystemsPath;
        this.policy = page + "; base-uri 'none'; frame-ancestors " + frameAncestors;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (!firstSystemsPath.equals(Optional.ofNullable(context.request().path()))) {
                MultiMap headers = context.response().headers();
                headers.set("X-Content-Type-Options", "nosniff");
                headers.set("Referrer-Policy", "no-referrer");
                headers.set("Content-Security-Policy", policy);
            }
            context.next();
        });
    }
}
