package energy.sem.display.serve;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What REST resources answer looks to a small device like what the routes answer: a type without parameters, never cached. */
class PlainHeaders {

    @ServerResponseFilter
    void plain(ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        if (type != null) {
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.getType() + "/" + type.getSubtype());
        }
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform");
    }
}
