package energy.sem.bill.price;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Documents;
import energy.sem.bill.document.Node;
import energy.sem.quarter.QuarterHours;

/**
 * Energy-Charts of Fraunhofer ISE: no key, two requests a minute. Times and prices are two lists beside each other; {@code null}
 * is a price that it does not have.
 */
public final class EnergyCharts implements PriceSource {
    /** Where it answers. */
    public static final URI HOME = URI.create("https://api.energy-charts.info/price");

    private static final long HOUR_SECONDS = 3600;
    private static final int LONGEST_TERMS = 400;

    private final URI home;
    private final PriceArea area;

    /** @param home where it answers */
    public EnergyCharts(URI home, PriceArea area) {
        this.home = home;
        this.area = area;
    }

    @Override
    public String name() {
        return "energy-charts";
    }

    @Override
    public PriceRequest request(DeliveryDay day) {
        return new PriceRequest(
                URI.create(home + "?bzn=" + area + "&start=" + day.date() + "&end=" + day.date()),
                Map.of("Accept", "application/json"),
                null);
    }

    @Override
    public QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault {
        // A range without data is answered by a sentence with status 200.
        if (body.length == 0 || body[0] != '{') {
            throw new PriceFault(PriceFault.Kind.NOT_YET, "no prices for this day yet");
        }
        try {
            Node answer = Documents.json(body);
            String unit = answer.need("unit").text().replace(" ", "");
            if (!unit.equals("EUR/MWh")) {
                throw PriceFault.wrong("prices in " + Node.quoted(unit) + " where EUR/MWh was expected");
            }
            return prices(
                            answer.need("unix_seconds").items(),
                            answer.need("price").items())
                    .of(day);
        } catch (DocumentFault e) {
            throw PriceFault.wrong(e.getMessage());
        }
    }

    private static QuarterPrices prices(List<Node> times, List<Node> prices) throws DocumentFault, PriceFault {
        if (times.size() != prices.size()) {
            throw PriceFault.wrong(times.size() + " times beside " + prices.size() + " prices");
        }
        long[] seconds = new long[times.size()];
        long step = HOUR_SECONDS;
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = second(times.get(i));
            if (i > 0 && seconds[i] <= seconds[i - 1]) {
                throw PriceFault.wrong("times that go back, at " + Instant.ofEpochSecond(seconds[i]));
            }
            step = i == 0 ? step : Math.min(step, seconds[i] - seconds[i - 1]);
        }
        QuarterPrices.Builder builder = new QuarterPrices.Builder();
        for (int i = 0; i < seconds.length; i++) {
            if (!prices.get(i).isNull()) {
                int from = QuarterHours.of(seconds[i] * 1000);
                builder.put(
                        from,
                        from + (int) (step / QuarterHours.SECONDS),
                        QuarterPrices.number(prices.get(i).text()));
            }
        }
        return builder.build();
    }

    private static long second(Node time) throws DocumentFault {
        String text = time.text();
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) % QuarterHours.SECONDS != 0) {
            throw time.fault("the time " + Node.quoted(text) + " is no quarter hour");
        }
        return Long.parseLong(text);
    }

    @Override
    public String terms() {
        return "Energy-Charts (Fraunhofer ISE): prices of the exchanges, for private and internal use";
    }

    /** What it says under {@code license_info}. */
    @Override
    public String terms(byte[] body) {
        try {
            Node licence = Documents.json(body).get("license_info");
            return licence == null ? terms() : licence.words(LONGEST_TERMS);
        } catch (DocumentFault e) {
            return terms();
        }
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }
}
