package energy.sem.base;

import java.util.OptionalInt;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An answer that is an error, as {@code application/problem+json} (RFC 9457). Throw it anywhere below a resource; its
 * detail is a sentence for people that says what to do next, and never holds a key or a telegram.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final int retryAfterSeconds;

    private Problem(int status, String detail, int retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** 400: the request cannot be understood. */
    public static Problem badRequest(String detail) {
        return new Problem(400, detail, 0);
    }

    /** 401: a key is needed and none was given. */
    public static Problem unauthorized(String detail) {
        return new Problem(401, detail, 0);
    }

    /** 403: the key is not one that opens this. */
    public static Problem forbidden(String detail) {
        return new Problem(403, detail, 0);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return new Problem(404, detail, 0);
    }

    /** 413: the body is too large. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, detail, 0);
    }

    /** 422: understood, and nothing in it can be used. */
    public static Problem unprocessable(String detail) {
        return new Problem(422, detail, 0);
    }

    /** 429: come back after the given seconds. */
    public static Problem tooManyRequests(String detail, int retryAfterSeconds) {
        return new Problem(429, detail, retryAfterSeconds);
    }

    /** 503: something this service needs is away; come back after the given seconds. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return new Problem(503, detail, retryAfterSeconds);
    }

    /** An error of the given status. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, 0);
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The value of {@code Retry-After}, where the error passes by itself. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
    }

    /** The members of RFC 9457 that are sent; {@code type} is left out, which means about:blank. */
    public Body body() {
        return new Body(title(status), status, getMessage());
    }

    /** This error as a response. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(body());
        if (retryAfterSeconds > 0) {
            response.header("Retry-After", retryAfterSeconds);
        }
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 421 -> "Misdirected Request";
            case 422 -> "Unprocessable Content";
            default -> known != null ? known.getReasonPhrase() : "Error";
        };
    }

    /**
     * What is sent.
     *
     * @param title the status in words
     * @param status the HTTP status
     * @param detail what is wrong and what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(String title, int status, String detail) {}
}
