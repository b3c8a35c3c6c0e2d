package energy.sem.bill.price;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Documents;
import energy.sem.bill.document.Node;
import energy.sem.quarter.QuarterHours;

/**
 * Where prices stand in a JSON answer that is a list of entries.
 *
 * @param list path of the list, such as {@code data.prices}; empty when the answer itself is it
 * @param start path within an entry of its beginning: a time with an offset, or seconds or milliseconds since 1970
 * @param end path of its end; {@code null} when each holds for {@code step}
 * @param price path of the price
 * @param unit what the price is in
 * @param step how long an entry holds
 */
public record PriceMapping(String list, String start, String end, String price, Unit unit, Duration step) {
    /** Seconds since 1970 have ten digits until 2286, milliseconds thirteen. */
    private static final int DIGITS_OF_SECONDS = 10;

    private static final Duration LONGEST = Duration.ofHours(1);

    /** Offsets as {@code +01:00}, as {@code +0100} or as {@code Z}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX]");

    /** The units that prices are written in. */
    public enum Unit {
        EUR_MWH("EUR/MWh", 0),
        EUR_KWH("EUR/kWh", 3),
        CENT_KWH("c/kWh", 1);

        private final String word;
        private final int power;

        Unit(String word, int power) {
            this.word = word;
            this.power = power;
        }

        /** As settings write it. */
        public String word() {
            return word;
        }

        private BigDecimal eurMwh(BigDecimal price) {
            return price.scaleByPowerOfTen(power);
        }
    }

    /** The prices of a day in an answer. */
    public QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault {
        try {
            Node answer = Documents.json(body);
            Node entries = list.isEmpty() ? answer : answer.at(list);
            if (entries == null) {
                throw PriceFault.wrong("there is no list " + list + " in it");
            }
            QuarterPrices.Builder prices = new QuarterPrices.Builder();
            for (Node each : entries.items()) {
                add(each, day, prices);
            }
            QuarterPrices read = prices.build();
            if (read.isEmpty()) {
                throw new PriceFault(PriceFault.Kind.NOT_YET, "no prices for this day yet");
            }
            return read;
        } catch (DocumentFault e) {
            throw PriceFault.wrong(e.getMessage());
        }
    }

    private void add(Node entry, DeliveryDay day, QuarterPrices.Builder prices) throws DocumentFault, PriceFault {
        Node value = entry.at(price);
        if (value == null) {
            return;
        }
        Instant from = time(need(entry, start));
        Instant to = end == null ? from.plus(step) : time(need(entry, end));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw PriceFault.wrong("an entry from " + from + " to " + to + " is neither a quarter hour nor an hour");
        }
        int first = Math.max(QuarterHours.of(from), day.from());
        int last = Math.min(QuarterHours.of(to), day.to());
        if (first < last) {
            prices.put(first, last, unit.eurMwh(QuarterPrices.number(value.text())));
        }
    }

    private static Node need(Node entry, String path) throws DocumentFault {
        Node node = entry.at(path);
        if (node == null) {
            throw entry.fault("an entry has no " + path);
        }
        return node;
    }

    private static Instant time(Node node) throws DocumentFault {
        String text = node.text();
        try {
            Instant time = text.matches("\\d{1,13}") ? ofNumber(text) : ofText(text);
            if (QuarterHours.isEdge(time) && time.isBefore(Instant.ofEpochSecond(9_999_999_999L))) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw node.fault(node.name() + " is \"" + Node.quoted(text) + "\", which is no quarter hour with an offset");
    }

    private static Instant ofNumber(String digits) {
        long number = Long.parseLong(digits);
        return digits.length() <= DIGITS_OF_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static Instant ofText(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return OffsetDateTime.parse(text, TIME).toInstant();
        }
    }

    /** The unit of this word. */
    public static Unit unit(String word) {
        for (Unit each : Unit.values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("the unit \"" + word + "\" is none: use EUR/MWh, EUR/kWh or c/kWh");
    }

    /** The steps that a mapping may have. */
    public static final Set<Duration> STEPS = Set.of(Duration.ofMinutes(15), LONGEST);
}
