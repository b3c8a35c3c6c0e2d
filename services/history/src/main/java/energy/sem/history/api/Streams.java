package energy.sem.history.api;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpServerResponse;
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

    private final Places places = new Places(
            MOST_AT_ONCE, MOST_AT_ONCE + " long answers are being sent already: come back later, or ask for less.", 10);

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
        places.take(request);
    }

    /**
     * The answer. A reader who is gone ends it at the next line.
     *
     * @param what is sent, for the log
     */
    Response.ResponseBuilder answer(String what, MediaType type, RoutingContext request, Body body) {
        StreamingOutput output = stream -> {
            try {
                body.write(new WhileRead(stream, request.response()));
            } catch (JsonProcessingException e) {
                throw e;
            } catch (IOException e) {
                LOG.debugf(e, "a reader of %s is gone", what);
            }
        };
        return Response.ok(output, type);
    }

    /** What is written to a reader who is gone would vanish without a word. */
    private static final class WhileRead extends FilterOutputStream {
        private final HttpServerResponse reader;

        WhileRead(OutputStream output, HttpServerResponse reader) {
            super(output);
            this.reader = reader;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (reader.closed()) {
                throw new IOException("the connection is closed");
            }
            out.write(bytes, from, length);
        }
    }
}
