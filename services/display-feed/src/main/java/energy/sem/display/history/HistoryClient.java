package energy.sem.display.history;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import energy.sem.display.history.api.BillAnswerJson;
import energy.sem.display.history.api.HistoryApi;
import energy.sem.display.history.api.MetersAnswerJson;
import energy.sem.display.history.api.PeaksAnswerJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.history.api.PriceAnswerJson;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;

/**
 * Asks history by the client made from its OpenAPI document. Each question ends within a time that covers everything from
 * the connection to the last byte, so an address that accepts and then keeps silent costs no more than that; an answer
 * longer than any of history's is given up; no redirect is followed. Thread-safe.
 */
final class HistoryClient {
    /** Lenient: a newer history may say more. A list that is null is an empty one. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.FAIL)))
            .build();
    /** A day by quarter hours is 20 kB. */
    private static final long MOST_BYTES = 2_000_000;
    /** Less than history's own, so that no question goes out on a connection that history is closing. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HistoryApi history;
    private final URI base;
    private final Duration patience;

    /**
     * @param base history's address, with or without a slash at its end
     * @param key history's read key; empty for none
     * @param patience for one whole question
     */
    HistoryClient(URI base, String key, Duration patience) {
        ClientRequestFilter headers = request -> {
            // The document offers CSV too.
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
            if (!key.isEmpty()) {
                request.getHeaders().putSingle("X-API-Key", key);
            }
        };
        this.history = QuarkusRestClientBuilder.newBuilder()
                .baseUri(base)
                .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .httpClientOptionsCustomizer(options -> options.setKeepAliveTimeout(KEEP_ALIVE_SECONDS))
                .httpClientRequestCustomizer(HistoryClient::limit)
                .register(headers)
                .register(new Lenient())
                .register(new OnlyOk())
                .build(HistoryApi.class);
        this.base = base;
        this.patience = patience;
    }

    MetersAnswerJson meters() throws HistoryFailure, InterruptedException {
        return answer("the meters", false, history.meters(null, null, null, null));
    }

    /** A period, up to the last full quarter hour. */
    PeriodAnswerJson period(String meter, Period period, int offset) throws HistoryFailure, InterruptedException {
        return answer(
                period.code() + "," + offset + " of " + meter,
                true,
                history.period(
                        meter, period.code(), null, null, null, Integer.toString(offset), null, "last-quarter", null));
    }

    /** The same of the running day by quarter hours. */
    PeriodAnswerJson quarters(String meter) throws HistoryFailure, InterruptedException {
        return answer(
                "the quarter hours of " + meter,
                true,
                history.period(meter, "day", null, null, null, "0", "PT15M", "last-quarter", null));
    }

    /** What a kWh costs, today and tomorrow. */
    PriceAnswerJson price(String meter) throws HistoryFailure, InterruptedException {
        return answer("the prices of " + meter, true, history.price(meter, null, null, null, null));
    }

    /** What a period costs by its bill. */
    BillAnswerJson bill(String meter, Period period, int offset) throws HistoryFailure, InterruptedException {
        return answer(
                "the bill of " + period.code() + "," + offset + " of " + meter,
                true,
                history.bill(meter, period.code(), null, null, null, Integer.toString(offset)));
    }

    PeaksAnswerJson peaks(String meter, int months) throws HistoryFailure, InterruptedException {
        return answer(months + " peaks of " + meter, true, history.peaks(meter, Integer.toString(months)));
    }

    private <T> T answer(String what, boolean ofMeter, Uni<T> asked) throws HistoryFailure, InterruptedException {
        CompletableFuture<T> answer = asked.subscribeAsCompletionStage();
        try {
            T value = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                throw unreachable(what, "answered null", null);
            }
            return value;
        } catch (TimeoutException e) {
            throw unreachable(what, "did not answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure(what, ofMeter, e.getCause());
        } finally {
            // Which resets a request that is still under way.
            answer.cancel(true);
        }
    }

    private HistoryFailure failure(String what, boolean ofMeter, Throwable cause) {
        Throwable root = cause;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof JacksonException) {
                return unreachable(what, "answered something else than the JSON of its document: " + each, cause);
            }
            root = each;
        }
        int status = cause instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 0 -> unreachable(what, "gave no answer: " + root, cause);
            case 401, 403 ->
                new HistoryFailure(
                        Fault.HISTORY_REFUSES,
                        "history answered " + status + ": sem.history.key must be one of its read keys");
            case 404 ->
                ofMeter
                        ? new HistoryFailure(Fault.UNKNOWN_METER, "history answered 404 to " + what)
                        : unreachable(what, "answered 404", cause);
            default -> unreachable(what, "answered " + status, cause);
        };
    }

    private HistoryFailure unreachable(String what, String how, Throwable cause) {
        return new HistoryFailure(
                Fault.HISTORY_UNREACHABLE, "history at " + base + ", asked for " + what + ", " + how, cause);
    }

    /** The client collects a whole body before it reads it, and has no setting for how much: so the bytes are counted here. */
    private static void limit(HttpClientRequest request) {
        // The failure comes with the answer; without handlers Vert.x would log it as its own error too.
        request.exceptionHandler(known -> {});
        request.connection().exceptionHandler(known -> {});
        request.response().onSuccess(response -> count(request, response));
    }

    private static void count(HttpClientRequest request, HttpClientResponse response) {
        long[] bytes = {0};
        response.handler(part -> {
            bytes[0] += part.length();
            if (bytes[0] > MOST_BYTES) {
                request.reset(0, new IOException("the answer is longer than " + MOST_BYTES + " bytes"));
            }
        });
    }

    private static final class Lenient implements ContextResolver<ObjectMapper> {
        @Override
        public ObjectMapper getContext(Class<?> type) {
            return JSON;
        }
    }

    /** A redirect is no answer either. */
    private static final class OnlyOk implements ResponseExceptionMapper<WebApplicationException> {
        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status != 200;
        }

        @Override
        public WebApplicationException toThrowable(Response response) {
            return new WebApplicationException(response);
        }
    }
}
