package energy.sem.bill.price;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Documents;
import energy.sem.bill.document.Node;
import energy.sem.quarter.QuarterHours;

/**
 * What was fetched for an area and a delivery day, as it travels on {@code sem.prices}: {@code {"version":1,"area":"BE",
 * "day":"2026-11-28","source":"entso-e","fetchedAt":"…Z","terms":"…","from":"2026-11-27T23:00:00Z","step":"PT15M","eurMwh":[92.1,null,…]}}.
 * Readers ignore what they do not know.
 *
 * @param terms under which the source gives them; {@code null} when it says none
 * @param prices of the day; what is not known is left out
 */
public record DayPrices(
        PriceArea area, DeliveryDay day, String source, Instant fetchedAt, String terms, QuarterPrices prices) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int LONGEST_TERMS = 400;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    /** As it travels. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("area", area.name());
            json.writeStringField("day", day.date().toString());
            json.writeStringField("source", source);
            json.writeStringField("fetchedAt", fetchedAt.toString());
            if (terms != null) {
                json.writeStringField("terms", terms);
            }
            json.writeStringField("from", QuarterHours.start(day.from()).toString());
            json.writeStringField("step", "PT15M");
            json.writeArrayFieldStart("eurMwh");
            for (int quarter = day.from(); quarter < day.to(); quarter++) {
                BigDecimal price = prices.get(quarter);
                if (price == null) {
                    json.writeNull();
                } else {
                    json.writeNumber(price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a record of the topic says. */
    public static DayPrices of(byte[] json) throws DocumentFault {
        Node node = Documents.json(json);
        try {
            DeliveryDay day = new DeliveryDay(node.need("day").date());
            Instant fetchedAt = Instant.parse(node.need("fetchedAt").text());
            if (!isWithin(day.date().getYear())
                    || !isWithin(fetchedAt.atZone(ZoneOffset.UTC).getYear())) {
                throw node.fault("day and fetchedAt are in the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            List<Node> list = node.need("eurMwh").items();
            Node source = node.need("source");
            if (list.size() != day.quarters() || !source.text().matches("[a-z0-9-]{1,32}")) {
                throw node.fault("the prices of " + day.date() + " from \"" + Node.quoted(source.text()) + "\" are "
                        + list.size() + " where " + day.quarters() + " were expected");
            }
            QuarterPrices.Builder prices = new QuarterPrices.Builder();
            for (int i = 0; i < list.size(); i++) {
                if (!list.get(i).isNull()) {
                    int quarter = day.from() + i;
                    prices.put(
                            quarter,
                            quarter + 1,
                            QuarterPrices.number(list.get(i).text()));
                }
            }
            return new DayPrices(
                    area(node.need("area")),
                    day,
                    source.text(),
                    fetchedAt,
                    node.or("terms", (String) null, each -> each.words(LONGEST_TERMS)),
                    prices.build());
        } catch (PriceFault | DateTimeException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isWithin(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static PriceArea area(Node node) throws DocumentFault {
        for (PriceArea each : PriceArea.values()) {
            if (each.name().equals(node.text())) {
                return each;
            }
        }
        throw node.fault("the area \"" + Node.quoted(node.text()) + "\" is not known");
    }
}
