package energy.sem.base.door;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.HttpDate;

/**
 * What every answer says: the service's clock (RFC 9110, 6.6.1; {@code semctl doctor} sees by it whose clock is off), and to a
 * browser to believe the content type, to tell other sites nothing of the address (it may hold a key), which scripts and styles a
 * page may use, and which pages may show it in a frame. The first system's sensor and display get what they have always got, and
 * no header more: their buffers have no bound.
 */
@Singleton
class AnswerHeaders {
    private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private final CharSequence policy;
    private final String firstSystemsPath;

    /**
     * @param page the service's own policy for what it shows, from its application.properties
     * @param firstSystemsPath what the first system's device asks for, likewise
     * @param frameAncestors who may show it in a frame, in the words of Content-Security-Policy
     */
    AnswerHeaders(
            @ConfigProperty(name = "door.page-policy", defaultValue = "default-src 'none'") String page,
            @ConfigProperty(name = "door.first-systems-path") Optional<String> firstSystemsPath,
            @ConfigProperty(name = "sem.http.frame-ancestors", defaultValue = "'self'") String frameAncestors) {
        this.firstSystemsPath = firstSystemsPath.orElse(null);
        this.policy = HttpHeaders.createOptimized(page + "; base-uri 'none'; frame-ancestors " + frameAncestors);
    }

    void say(RoutingContext context) {
        if (firstSystemsPath != null
                && firstSystemsPath.equals(context.request().path())) {
            return;
        }
        MultiMap headers = context.response().headers();
        headers.set(DATE, HttpDate.now());
        headers.set(TYPE_OPTIONS, NOSNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(CONTENT_POLICY, policy);
    }
}
