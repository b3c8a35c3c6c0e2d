package energy.sem.bill.price;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import energy.sem.quarter.QuarterHours;

/**
 * The transparency platform of the grid operators, by the household's own token: document A44. It answers whole days in EUR/MWh,
 * and some days in a wrong order where the clock changes.
 */
public final class EntsoE implements PriceSource {
    /** Where it answers. */
    public static final URI HOME = URI.create("https://web-api.tp.entsoe.eu/api");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

    private final URI home;
    private final PriceArea area;
    private final String token;

    /**
     * @param home where it answers
     * @param token letters, digits and hyphens
     * @throws IllegalArgumentException for a token that cannot be one
     */
    public EntsoE(URI home, PriceArea area, String token) {
        if (!token.matches("[A-Za-z0-9-]{8,128}")) {
            throw new IllegalArgumentException("the token of ENTSO-E has 8 to 128 letters, digits and hyphens:"
                    + " copy it from the settings of your account there");
        }
        this.home = home;
        this.area = area;
        this.token = token;
    }

    @Override
    public String name() {
        return "entso-e";
    }

    @Override
    public PriceRequest request(DeliveryDay day) {
        return new PriceRequest(
                URI.create(home + "?documentType=A44&in_Domain=" + area.eic() + "&out_Domain=" + area.eic()
                        + "&contract_MarketAgreement.type=A01&periodStart="
                        + TIME.format(QuarterHours.start(day.from())) + "&periodEnd="
                        + TIME.format(QuarterHours.start(day.to())) + "&securityToken=" + token),
                Map.of("Accept", "application/xml"),
                token);
    }

    @Override
    public QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault {
        return new PublicationDocument(day).read(body);
    }

    @Override
    public String terms() {
        return "ENTSO-E Transparency Platform: for your own use";
    }

    /** 400 a minute are allowed; nobody needs them. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }
}
