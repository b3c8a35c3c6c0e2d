package energy.sem.bill.price;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Any address that answers JSON, with a mapping. {@code {date}} in the address is the delivery day, {@code {next}} the day after,
 * {@code {token}} the token; without {@code {token}} the token is sent as {@code Authorization: Bearer}.
 */
public final class AnyUrl implements PriceSource {
    private final String url;
    private final String token;
    private final PriceMapping mapping;

    /**
     * @param token {@code null} without one
     * @throws IllegalArgumentException for an address that is none
     */
    public AnyUrl(String url, String token, PriceMapping mapping) {
        this.url = url;
        this.token = token;
        this.mapping = mapping;
        String scheme =
                request(new DeliveryDay(java.time.LocalDate.EPOCH)).uri().getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("the address of prices must begin with https:// or http://");
        }
        if (url.contains("{token}") && token == null) {
            throw new IllegalArgumentException("the address of prices has {token}, and no token is set");
        }
    }

    @Override
    public String name() {
        return "url";
    }

    @Override
    public PriceRequest request(DeliveryDay day) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        if (token != null && !url.contains("{token}")) {
            headers.put("Authorization", "Bearer " + token);
        }
        String filled = url.replace("{date}", day.date().toString())
                .replace("{next}", day.next().date().toString())
                .replace("{token}", token == null ? "" : token);
        try {
            return new PriceRequest(new URI(filled), headers, token);
        } catch (URISyntaxException e) {
            // Its own message has the whole address, and with it the token.
            throw new IllegalArgumentException(
                    "the address of prices is none: look for spaces and signs that an address cannot have, in it and in the"
                            + " token that is filled in");
        }
    }

    @Override
    public QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault {
        return mapping.read(day, body);
    }

    @Override
    public String terms() {
        return null;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }
}
