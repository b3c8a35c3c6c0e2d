package energy.sem.base;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JacksonException;
import org.jboss.logging.Logger;

/** Turns whatever a resource throws into problem+json, so that no error leaves a service in another shape. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private ProblemMappers() {}

    /** Our own errors, as they are. */
    @Provider
    public static class OfProblem implements ExceptionMapper<Problem> {
        @Override
        public Response toResponse(Problem problem) {
            return problem.toResponse();
        }
    }

    /** What the REST layer itself refuses: no such path, wrong method, wrong type. */
    @Provider
    public static class OfWebApplicationException implements ExceptionMapper<WebApplicationException> {
        @Context
        UriInfo uri;

        @Override
        public Response toResponse(WebApplicationException e) {
            Response given = e.getResponse();
            if (given.getStatus() < 400 || given.hasEntity()) {
                return given;
            }
            Response.ResponseBuilder response = Response.fromResponse(
                    Problem.of(given.getStatus(), detail(given)).toResponse());
            if (given.getHeaderString("Allow") != null) {
                response.header("Allow", given.getHeaderString("Allow"));
            }
            return response.build();
        }

        private String detail(Response given) {
            return switch (given.getStatus()) {
                case 400 -> "A parameter of this request cannot be read: compare it with /q/openapi.";
                case 404 -> "There is nothing at " + uri.getPath() + ": /q/openapi lists what there is.";
                case 405 -> "This method is not for " + uri.getPath() + ": /q/openapi lists what is.";
                case 406 -> "This service cannot answer in the type that Accept asks for.";
                case 413 -> "The body is too large: send it in parts.";
                case 415 -> "This service does not read that Content-Type here: see /q/openapi.";
                default -> Problem.title(given.getStatus());
            };
        }
    }

    /** A JSON body that is none. */
    @Provider
    public static class OfJsonException implements ExceptionMapper<JacksonException> {
        @Override
        public Response toResponse(JacksonException e) {
            return Problem.badRequest("The body is not the JSON that is expected here: " + e.getOriginalMessage())
                    .toResponse();
        }
    }

    /** What nobody expected: the log has it whole, the outside a sentence. */
    @Provider
    public static class OfAnything implements ExceptionMapper<Exception> {
        @Context
        UriInfo uri;

        @Override
        public Response toResponse(Exception e) {
            LOG.errorf(e, "unexpected failure while answering %s", uri.getPath());
            return Problem.of(500, "This is a fault of SEM, not of the request: the service's log has the details.")
                    .toResponse();
        }
    }
}
