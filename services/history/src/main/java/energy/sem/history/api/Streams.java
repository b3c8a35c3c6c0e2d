package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;

/**
 * Long answers, written while they are read, so that their length costs no memory: some at once, each until it is whole or its
 * reader is gone. Thread-safe.
 */
@Singleton
class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** More than this at once are refused: each holds a thread for as long as its reader takes. */
    static final int MOST_AT_ONCE = 20;

    private static final int RETRY_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** What is sent. */
    interface Body {
        void write(OutputStream output) throws IOException;
    }

    /**
     * Takes a place for as long as the answer takes, or until its reader is gone.
     *
     * @throws Problem 429 when there is none
     */
    void takePlace(RoutingContext request) {
        if (!places.tryAcquire()) {
            throw Problem.tooManyRequests(
                    MOST_AT_ONCE + " long answers are being sent already: come back later, or ask for less.",
                    RETRY_SECONDS);
        }
        request.addEndHandler(ended -> places.release());
    }

    /**
     * The answer. A reader who is gone ends it at the next line.
     *
     * @param what is sent, for the log
     */
    Response.ResponseBuilder answer(String what, MediaType type, Body body) {
        StreamingOutput output = stream -> {
            try {
                body.write(stream);
            } catch (JsonProcessingException e) {
                throw e;
            } catch (IOException e) {
                LOG.debugf(e, "a reader of %s is gone", what);
            }
        };
        return Response.ok(output, type);
    }
}
