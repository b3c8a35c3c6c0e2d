package energy.sem.display.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import energy.sem.base.Problem;

/** Writes answers: always with their length, never chunked, the head alone for HEAD. */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache, no-transform");
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
    private static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("Content-Length");

    private final HttpServerRequest request;
    private final HttpServerResponse response;

    /** An answer to this request. */
    Answer(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
        response.putHeader(CACHE_CONTROL, NO_CACHE);
    }

    Answer header(CharSequence name, CharSequence value) {
        response.putHeader(name, value);
        return this;
    }

    /** 304: the device has it. */
    void notModified() {
        response.setStatusCode(304);
        end(null);
    }

    /** The bytes. */
    void body(int status, String contentType, byte[] body) {
        body(status, contentType, String.valueOf(body.length), Buffer.buffer(body));
    }

    /** The bytes, which may be sent at the same time to others. */
    void body(int status, String contentType, CharSequence length, Buffer body) {
        response.setStatusCode(status);
        response.putHeader(CONTENT_TYPE, contentType);
        response.putHeader(CONTENT_LENGTH, length);
        end(HttpMethod.HEAD.equals(request.method()) ? null : body);
    }

    /** An error, as problem+json. */
    void problem(Problem problem) {
        problem.retryAfterSeconds().ifPresent(s -> response.putHeader("Retry-After", String.valueOf(s)));
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        json(problem.status(), Problem.MEDIA_TYPE, problem.body());
    }

    /** A value as JSON. */
    void json(int status, String contentType, Object value) {
        try {
            body(status, contentType, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are plain data and always have a JSON form", e);
        }
    }

    private void end(Buffer body) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (body == null) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
