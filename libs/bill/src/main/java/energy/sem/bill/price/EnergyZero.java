package energy.sem.bill.price;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** EnergyZero, of the Netherlands: no key. It says EUR/kWh as texts, and more than the day that was asked for. */
public final class EnergyZero implements PriceSource {
    /** Where it answers. */
    public static final URI HOME = URI.create("https://public.api.energyzero.nl/public/v1/prices");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final PriceMapping MAPPING =
            new PriceMapping("base", "start", "end", "price.value", PriceMapping.Unit.EUR_KWH, null);

    private final URI home;

    /** @param home where it answers */
    public EnergyZero(URI home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "energyzero";
    }

    @Override
    public PriceRequest request(DeliveryDay day) {
        return new PriceRequest(
                URI.create(home + "?energyType=ENERGY_TYPE_ELECTRICITY&date=" + DATE.format(day.date())
                        + "&interval=INTERVAL_QUARTER"),
                Map.of("Accept", "application/json"),
                null);
    }

    @Override
    public QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault {
        return MAPPING.read(day, body);
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
