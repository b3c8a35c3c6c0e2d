package energy.sem.gateway.push;

import java.io.IOException;
import java.io.InputStream;

import io.vertx.core.http.HttpServerRequest;

import energy.sem.base.Problem;

/** Reads the body of a push. */
final class Body {
    /** The most a body may have (contract). */
    static final int MAX_BYTES = 1024 * 1024;

    /**
     * All bytes of the body.
     *
     * @throws Problem 413 when there are more than {@link #MAX_BYTES}, 400 when the sender breaks off
     */
    static byte[] read(HttpServerRequest request, InputStream in) {
        if (announced(request) > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw Problem.badRequest("The body ended too soon: send it again.");
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // HTTP itself refuses such a request; what is left is bounded by the reading below.
            return 0;
        }
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("A push has at most 1 MiB: send the telegrams in parts.");
    }

    private Body() {}
}
