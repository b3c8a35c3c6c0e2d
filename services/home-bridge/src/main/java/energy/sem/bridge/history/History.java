package energy.sem.bridge.history;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import energy.sem.base.Secrets;
import energy.sem.bridge.history.api.AmountsJson;
import energy.sem.bridge.history.api.BillAnswerJson;
import energy.sem.bridge.history.api.BillJson;
import energy.sem.bridge.history.api.GuardAnswerJson;
import energy.sem.bridge.history.api.HistoryApi;
import energy.sem.bridge.history.api.LatestAnswerJson;
import energy.sem.bridge.history.api.MetersAnswerJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.history.api.PriceAnswerJson;
import energy.sem.bridge.history.api.QuarterCostJson;

/**
 * The history service, as far as the bridge asks it. Each question ends within two seconds, an answer longer than any of
 * history's is given up, no redirect is followed. Made at the first question, so that a bridge that asks nothing opens
 * nothing. Thread-safe.
 */
@Singleton
public class History {
    /** Lenient: a newer history may say more. A list that is null is an empty one. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP, Nulls.FAIL)))
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SECONDS_OF_QUARTER = 900;
    private static final long MOST_BYTES = 2_000_000;
    /** Less than history's own, so that no question goes out on a connection that history is closing. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final URI base;
    private final String key;
    private final Clock clock;
    /** By meter and period. */
    private final Map<String, Billed> billed = new ConcurrentHashMap<>();

    private HistoryApi api;

    @Inject
    History(
            @ConfigProperty(name = "sem.history.url", defaultValue = "http://localhost:8081") URI base,
            @ConfigProperty(name = "sem.history.key") Optional<String> key,
            Clock clock) {
        this.base = base;
        this.clock = clock;
        this.key = Secrets.atStart("sem.history.key", key).orElse("");
    }

    /** The newest reading of a meter, with what history makes of it. */
    public LatestAnswerJson latest(String meter) throws HistoryAway, InterruptedException {
        return answer("the newest reading of " + meter, api().latest(meter, null));
    }

    /**
     * The running day, month or year of a meter: {@code day}, {@code month}, {@code year}. Where history names no costs, because the
     * meter's contract stands in a file or on the page, they are the total of its bill, without parts.
     */
    public PeriodAnswerJson running(String meter, String period) throws HistoryAway, InterruptedException {
        PeriodAnswerJson answer = answer(
                "the " + period + " of " + meter, api().period(meter, period, null, null, null, "0", null, null, null));
        AmountsJson total = answer.getTotal();
        if (total != null && total.getCosts() == null) {
            bill(meter, period)
                    .ifPresent(cost -> total.setCosts(
                            new BillJson().currency(BillJson.CurrencyEnum.EUR).total(cost)));
        }
        return answer;
    }

    /** A bill goes up to the last full quarter hour: asked for once in each. One that cannot be had leaves the rest as it is. */
    private Optional<BigDecimal> bill(String meter, String period) throws InterruptedException {
        long quarter = Math.floorDiv(clock.instant().getEpochSecond(), SECONDS_OF_QUARTER);
        String what = meter + " " + period;
        Billed known = billed.get(what);
        if (known == null || known.quarter != quarter) {
            try {
                BillAnswerJson answer = answer(
                        "the bill of the " + period + " of " + meter, api().bill(meter, period, null, null, null, "0"));
                known = new Billed(quarter, answer.getTotal());
                billed.put(what, known);
            } catch (HistoryAway e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(known.total);
    }

    /**
     * What a bill came to.
     *
     * @param quarter in which it was asked for
     * @param total EUR; {@code null} when something of it is not known
     */
    private record Billed(long quarter, BigDecimal total) {}

    /** What the peak guard allows a meter; empty while it says nothing, because no telegram comes. */
    public Optional<GuardNow> guard(String meter) throws HistoryAway, InterruptedException {
        GuardAnswerJson guard;
        try {
            guard = answer("the guard of " + meter, api().guard(meter, null));
        } catch (HistoryAway e) {
            if (isStatus(e, 503) || isStatus(e, 404)) {
                return Optional.empty();
            }
            throw e;
        }
        // A history that does not say all of it says nothing.
        return Stream.of(guard.getAllowedImportW(), guard.getProjectedW(), guard.getTargetW(), guard.getSecondsLeft())
                        .anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(new GuardNow(
                        guard.getAllowedImportW(), guard.getProjectedW(), guard.getTargetW(), guard.getSecondsLeft()));
    }

    /** All meters, and how backups and storing are. */
    public MetersAnswerJson meters() throws HistoryAway, InterruptedException {
        return answer("its meters", api().meters(null, null, null, null));
    }

    /** What a kWh costs in the running quarter hour, EUR; empty where no contract or no price is known. */
    public Optional<BigDecimal> price(String meter) throws HistoryAway, InterruptedException {
        try {
            PriceAnswerJson answer = answer("the price of " + meter, api().price(meter, null, null, null, null));
            return Optional.ofNullable(answer.getCurrent()).map(QuarterCostJson::getImportEurKwh);
        } catch (HistoryAway e) {
            if (isStatus(e, 404)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isStatus(HistoryAway away, int status) {
        return away.getCause() != null
                && away.getCause().getCause() instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == status;
    }

    /**
     * The buckets of a range of a meter, in the household's zone.
     *
     * @param step {@code PT15M}, {@code PT1H} or {@code P1D}
     */
    public PeriodAnswerJson range(String meter, Instant from, Instant to, String step)
            throws HistoryAway, InterruptedException {
        return answer(
                "a range of " + meter,
                api().range(meter, from.toString(), to.toString(), null, null, null, step, null, null));
    }

    private synchronized HistoryApi api() {
        if (api == null) {
            ClientRequestFilter headers = request -> {
                // The document offers CSV too.
                request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
                if (!key.isEmpty()) {
                    request.getHeaders().putSingle("X-API-Key", key);
                }
            };
            api = QuarkusRestClientBuilder.newBuilder()
                    .baseUri(base)
                    .connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .followRedirects(false)
                    .httpClientOptionsCustomizer(options -> options.setKeepAliveTimeout(KEEP_ALIVE_SECONDS))
                    .httpClientRequestCustomizer(History::limit)
                    .register(headers)
                    .register(new Lenient())
                    .register(new OnlyOk())
                    .build(HistoryApi.class);
        }
        return api;
    }

    private <T> T answer(String what, Uni<T> asked) throws HistoryAway, InterruptedException {
        CompletableFuture<T> answer = asked.subscribeAsCompletionStage();
        try {
            T value = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                throw away(what, "answered null", null);
            }
            return value;
        } catch (TimeoutException e) {
            throw away(what, "did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw away(what, how(e.getCause()), e);
        } finally {
            // Which resets a request that is still under way.
            answer.cancel(true);
        }
    }

    private static String how(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof JacksonException) {
                return "answered something else than the JSON of its document: "
                        + each.getClass().getSimpleName();
            }
        }
        int status = cause instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
        return switch (status) {
            // 200 is of an answer that cannot be read.
            case 0, 200 -> "gave no answer: " + cause;
            case 401, 403 -> "answered " + status + ": SEM_HISTORY_KEY must be one of its read keys";
            default -> "answered " + status;
        };
    }

    private HistoryAway away(String what, String how, Throwable cause) {
        return new HistoryAway("history at " + base + ", asked for " + what + ", " + how, cause);
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
