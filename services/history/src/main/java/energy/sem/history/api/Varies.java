package energy.sem.history.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Any answer may come compressed or not: caches on the way have to know what that depends on. */
@Singleton
class Varies {

    /** Adds {@code Accept-Encoding} to what an answer varies with. */
    @ServerResponseFilter
    void say(ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
