package energy.sem.bridge.local;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes answers of the local APIs: whole, with their length, and not to be kept. */
final class LocalAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RETRY_SECONDS = "10";

    static void json(RoutingContext context, int status, Object body) {
        try {
            send(context, status, "application/json", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void bytes(RoutingContext context, String type, byte[] body) {
        send(context, 200, type, body);
    }

    /** An error in HomeWizard's form. */
    static void error(RoutingContext context, int status, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("id", status);
        error.put("description", description);
        json(context, status, Map.of("error", error));
    }

    private static void send(RoutingContext context, int status, String type, byte[] body) {
        HttpServerResponse response = context.response();
        // The client has gone meanwhile.
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Length", Integer.toString(body.length));
        if (status == 503 || status == 429) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private LocalAnswer() {}
}
