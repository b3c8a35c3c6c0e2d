package energy.sem.ingest.price;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceFault;
import energy.sem.bill.price.PriceFault.Kind;
import energy.sem.bill.price.PriceRequest;
import energy.sem.bill.price.PriceSource;
import energy.sem.bill.price.QuarterPrices;

/** Asks a source over the network: bounded in time and size, without following redirects, never telling a token. */
@ApplicationScoped
class Asking {
    /** A day of quarter hours of any source has a tenth of it; the heap of a service on a small computer has 96 MB. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration patience;

    Asking(@ConfigProperty(name = "ingest.prices.patience", defaultValue = "PT60S") Duration patience) {
        this.patience = patience;
    }

    /**
     * What a source answered.
     *
     * @param prices of the day; none when it did not
     * @param terms as the answer says them
     * @param fault why there are none; {@code null} when there are
     * @param retryAfter how long it wants to be left alone; {@code null} when it says nothing
     */
    record Answer(QuarterPrices prices, String terms, PriceFault fault, Duration retryAfter) {
        private static Answer fault(PriceFault fault, Duration retryAfter) {
            return new Answer(QuarterPrices.NONE, null, fault, retryAfter);
        }
    }

    /** Asks for the prices of a day. */
    Answer ask(PriceSource source, DeliveryDay day) throws InterruptedException {
        PriceRequest request;
        CompletableFuture<HttpResponse<byte[]>> coming;
        try {
            request = source.request(day);
            HttpRequest.Builder get = HttpRequest.newBuilder(request.uri()).timeout(patience);
            request.headers().forEach(get::header);
            coming = client.sendAsync(get.build(), info -> new LimitedBody(MOST_BYTES));
        } catch (IllegalArgumentException e) {
            // Its message may have the address or a header, and with them the token.
            return Answer.fault(
                    new PriceFault(Kind.WRONG, "its address or its token cannot be sent: look at both settings"), null);
        }
        try {
            HttpResponse<byte[]> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer(source, day, response);
        } catch (TimeoutException e) {
            coming.cancel(true);
            return Answer.fault(new PriceFault(Kind.WRONG, "no whole answer within " + patience), null);
        } catch (ExecutionException e) {
            String message = request.redacted(String.valueOf(e.getCause()));
            return Answer.fault(new PriceFault(Kind.WRONG, message), null);
        }
    }

    /** What prices of a day do not say; {@code null} when they say all. */
    static PriceFault lacking(DeliveryDay day, QuarterPrices prices) {
        return prices.count() == day.quarters()
                ? null
                : new PriceFault(
                        Kind.NOT_YET,
                        "it has " + prices.count() + " of the day's " + day.quarters() + " quarter hours");
    }

    private static Answer answer(PriceSource source, DeliveryDay day, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            // ENTSO-E says with status 400 too, in its document, that it has none.
            if (status == 200 || (status == 400 && response.body().length > 0)) {
                return new Answer(source.read(day, response.body()), source.terms(response.body()), null, null);
            }
        } catch (PriceFault e) {
            return Answer.fault(e, null);
        }
        if (status == 204 || status == 404) {
            return Answer.fault(new PriceFault(Kind.NOT_YET, "no prices for this day yet"), null);
        }
        return Answer.fault(refusal(status), retryAfter(response.headers().firstValue("Retry-After")));
    }

    private static PriceFault refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                new PriceFault(
                        Kind.REFUSED,
                        "it does not let us in, with status " + status
                                + ": a token is missing, wrong, or not allowed to ask for this; look at the settings of the"
                                + " source in sem.prices");
            case 429 ->
                new PriceFault(Kind.REFUSED, "it is asked too often, says status 429, and is left alone for a while");
            default -> new PriceFault(Kind.WRONG, "it answers with status " + status);
        };
    }

    private static Duration retryAfter(Optional<String> seconds) {
        return seconds.filter(each -> each.matches("\\d{1,6}"))
                .map(each -> Duration.ofSeconds(Long.parseLong(each)))
                .map(each -> each.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : each)
                .orElse(null);
    }
}
