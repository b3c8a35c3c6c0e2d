package energy.sem.bill.price;

import java.net.URI;
import java.util.Map;

/**
 * What to ask a source for. Never shows what is secret in it.
 *
 * @param uri whole, with a token where the source wants it there
 * @param headers to send
 * @param secret the token in either; {@code null} without one
 */
public record PriceRequest(URI uri, Map<String, String> headers, String secret) {
    private static final String REDACTED = "…";

    public PriceRequest {
        headers = Map.copyOf(headers);
    }

    /** A text in which the token may stand, such as an exception's, without it. */
    public String redacted(String text) {
        return secret == null || text == null ? text : text.replace(secret, REDACTED);
    }

    @Override
    public String toString() {
        return redacted(uri.toString());
    }
}
