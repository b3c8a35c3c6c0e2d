package energy.sem.bill.price;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import energy.sem.bill.document.Node;
import energy.sem.quarter.QuarterHours;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads a Publication_MarketDocument (IEC 62325-451-3) of prices. Curve type A03 leaves out a position whose price repeats: it is
 * filled forward, up to the end of its period; without a first position the beginning stays unknown. Where several series
 * tell of one day, the one of the first auction and the finest resolution is taken whole: they are never blended.
 */
final class PublicationDocument {
    private static final XMLInputFactory FACTORY = factory();
    private static final String ACKNOWLEDGEMENT = "Acknowledgement_MarketDocument";
    private static final int MOST_PERIODS = 2_000;
    private static final int LONGEST_TEXT = 200;
    private static final Duration LONGEST_PERIOD = Duration.ofDays(367);
    private static final String FIRST_AUCTION = "1";
    private static final String REPEATS_ARE_LEFT_OUT = "A03";

    /** The elements whose text is read. */
    private static final Set<String> TEXTS = Set.of(
            "currency_Unit.name",
            "price_Measure_Unit.name",
            "curveType",
            "classificationSequence_AttributeInstanceComponent.position",
            "start",
            "end",
            "resolution",
            "position",
            "price.amount",
            "code",
            "text");

    private final DeliveryDay day;
    private final List<PricePeriod> periods = new ArrayList<>();
    private final Map<String, String> said = new HashMap<>();
    private final Map<Integer, String> points = new HashMap<>();

    PublicationDocument(DeliveryDay day) {
        this.day = day;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    QuarterPrices read(byte[] body) throws PriceFault {
        Deque<String> path = new ArrayDeque<>();
        String root = null;
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text(body)));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw PriceFault.wrong("it has a document type, which SEM does not read");
                    case XMLStreamConstants.START_ELEMENT -> {
                        root = root == null ? known(xml.getLocalName()) : root;
                        start(path, xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(path.peek(), xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> end(path.pop());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw PriceFault.wrong(
                    "no XML, or cut off, at line " + e.getLocation().getLineNumber());
        }
        if (ACKNOWLEDGEMENT.equals(root)) {
            throw refused();
        }
        return chosen();
    }

    /** It is always UTF-8. Decoded here: the JDK writes of bytes that are not to standard error besides throwing. */
    private static String text(byte[] body) throws PriceFault {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw PriceFault.wrong("no UTF-8");
        }
    }

    private static String known(String root) throws PriceFault {
        if (!root.equals("Publication_MarketDocument") && !root.equals(ACKNOWLEDGEMENT)) {
            throw PriceFault.wrong("a document \"" + Node.quoted(root) + "\" where prices were expected");
        }
        return root;
    }

    private void start(Deque<String> path, String element) throws PriceFault {
        if (path.size() > 20) {
            throw PriceFault.wrong("elements within elements, too deep");
        }
        path.push(element);
        switch (element) {
            case "TimeSeries" -> said.clear();
            case "Period" -> {
                points.clear();
                Stream.of("start", "end", "resolution").forEach(said::remove);
            }
            case "Point" -> Stream.of("position", "price.amount").forEach(said::remove);
            default -> {}
        }
    }

    private void text(String element, String text) throws PriceFault {
        if (element != null && TEXTS.contains(element) && !text.isBlank()) {
            String all = said.merge(
                    element,
                    text.strip(),
                    (before, more) -> element.equals("code") || element.equals("text") ? before : more);
            if (all.length() > LONGEST_TEXT) {
                throw PriceFault.wrong(element + " is longer than it can be");
            }
        }
    }

    private void end(String element) throws PriceFault {
        switch (element) {
            case "Point" -> point();
            case "Period" -> period();
            default -> {}
        }
    }

    private PriceFault refused() {
        String code = said.getOrDefault("code", "none");
        String text = Node.quoted(said.getOrDefault("text", "no reason given"));
        boolean none =
                code.equals("999") && text.toLowerCase(java.util.Locale.ROOT).contains("no matching data");
        return new PriceFault(
                none ? PriceFault.Kind.NOT_YET : PriceFault.Kind.REFUSED,
                none ? "no prices for this day yet" : "it answers: " + text + " (" + Node.quoted(code) + ")");
    }

    private void point() throws PriceFault {
        String position = said.getOrDefault("position", "");
        if (!position.matches("[1-9]\\d{0,5}")) {
            throw PriceFault.wrong("the position \"" + Node.quoted(position) + "\" is none");
        }
        String before = points.put(Integer.parseInt(position), said.getOrDefault("price.amount", ""));
        if (before != null) {
            throw PriceFault.wrong("position " + position + " is there twice");
        }
    }

    private void period() throws PriceFault {
        need("currency_Unit.name", "EUR");
        need("price_Measure_Unit.name", "MWH");
        Instant start = edge("start");
        Instant end = edge("end");
        Duration step = step(said.getOrDefault("resolution", ""));
        Duration length = Duration.between(start, end);
        if (!start.isBefore(end)
                || length.compareTo(LONGEST_PERIOD) > 0
                || length.toSeconds() % step.toSeconds() != 0) {
            throw PriceFault.wrong("a period from " + start + " to " + end + " in steps of " + step + " is none");
        }
        if (periods.size() >= MOST_PERIODS) {
            throw PriceFault.wrong("more than " + MOST_PERIODS + " periods");
        }
        boolean filled = REPEATS_ARE_LEFT_OUT.equals(said.get("curveType"));
        String auction = said.getOrDefault("classificationSequence_AttributeInstanceComponent.position", FIRST_AUCTION);
        periods.add(PricePeriod.of(start, end, step, auction, points, filled));
    }

    private void need(String element, String word) throws PriceFault {
        if (!word.equals(said.get(element))) {
            throw PriceFault.wrong(element + " is " + Node.quoted(said.getOrDefault(element, "missing")) + " where "
                    + word + " was expected");
        }
    }

    private Instant edge(String element) throws PriceFault {
        try {
            Instant instant =
                    OffsetDateTime.parse(said.getOrDefault(element, "")).toInstant();
            if (QuarterHours.isEdge(instant)) {
                // Bounded: beyond the year 60,000 there is no number for it.
                QuarterHours.of(instant);
                return instant;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below.
        }
        throw PriceFault.wrong("the " + element + " of a period is \"" + Node.quoted(said.getOrDefault(element, ""))
                + "\", which is no quarter hour");
    }

    private static Duration step(String resolution) throws PriceFault {
        return switch (resolution) {
            case "PT15M" -> Duration.ofMinutes(15);
            case "PT30M" -> Duration.ofMinutes(30);
            case "PT60M", "PT1H" -> Duration.ofHours(1);
            default -> throw PriceFault.wrong("a resolution \"" + Node.quoted(resolution) + "\" is not known");
        };
    }

    private QuarterPrices chosen() throws PriceFault {
        List<PricePeriod> ofDay = periods.stream()
                .filter(each -> each.touches(day) && each.hasPrices())
                .sorted(Comparator.comparing(PricePeriod::auction).thenComparing(PricePeriod::step))
                .toList();
        QuarterPrices.Builder prices = new QuarterPrices.Builder();
        for (PricePeriod each : ofDay) {
            PricePeriod best = ofDay.get(0);
            if (each.auction() == best.auction() && each.step().equals(best.step())) {
                each.addTo(prices);
            }
        }
        QuarterPrices chosen = prices.build().of(day);
        if (chosen.isEmpty()) {
            throw new PriceFault(PriceFault.Kind.NOT_YET, "no prices for this day yet");
        }
        return chosen;
    }
}
