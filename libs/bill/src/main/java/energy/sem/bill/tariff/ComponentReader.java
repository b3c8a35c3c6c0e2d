package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Node;

/** Reads one component of a file; docs/contracts.example.yaml says what each key means. */
final class ComponentReader {
    static final int LONGEST_NAME = 60;

    private static final Set<String> KEYS = Set.of(
            "name",
            "owner",
            "flow",
            "unit",
            "from",
            "until",
            "vat",
            "net",
            "holidays",
            "only",
            "bands",
            "price",
            "formula",
            "floor",
            "cap",
            "step",
            "brackets",
            "of",
            "maximum");
    private static final List<String> PRICES = List.of("price", "formula", "brackets", "maximum", "bands");
    private static final Pattern VAT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})?)\\s*%?(\\s+included)?");

    private final Utility utility;
    private final Owner owner;

    /**
     * @param utility what the components are for
     * @param owner whose they are when they do not say; {@code null}: they must
     */
    ComponentReader(Utility utility, Owner owner) {
        this.utility = utility;
        this.owner = owner;
    }

    List<Component> all(Node list) throws DocumentFault {
        List<Component> all = new ArrayList<>();
        for (Node each : list.items()) {
            all.add(one(each));
        }
        return all;
    }

    private Component one(Node node) throws DocumentFault {
        node.allow(KEYS);
        String name = node.need("name").words(LONGEST_NAME);
        Unit unit = Unit.of(node.need("unit"));
        Flow flow = node.or("flow", Flow.NONE, each -> each.word(Flow.class));
        LocalDate from = node.or("from", (LocalDate) null, Node::date);
        LocalDate until = node.or("until", (LocalDate) null, Node::date);
        if (from != null && until != null && !from.isBefore(until)) {
            throw node.fault("\"" + name + "\" ends (until " + until + ") before it begins");
        }
        Component component = new Component(
                name,
                owner(node),
                flow,
                unit,
                from,
                until,
                vat(node.need("vat")),
                node.or("net", Netting.NONE, each -> each.word(Netting.class)),
                node.or("holidays", Holidays.NONE, ComponentReader::holidays),
                bands(node, unit),
                conditions(node.get("only")));
        fits(component, node);
        return component;
    }

    private Owner owner(Node node) throws DocumentFault {
        return owner == null || node.get("owner") != null ? node.need("owner").word(Owner.class) : owner;
    }

    private static Holidays holidays(Node node) throws DocumentFault {
        return switch (node.text()) {
            case "BE" -> Holidays.BE;
            case "none" -> Holidays.NONE;
            default -> throw node.fault("holidays are BE or none");
        };
    }

    private static Vat vat(Node node) throws DocumentFault {
        String text = node.text();
        Matcher matcher = VAT.matcher(text);
        if (text.equals("none")) {
            return Vat.NONE;
        }
        if (!matcher.matches()) {
            throw node.fault("vat is \"" + Node.quoted(text)
                    + "\": write the percentage that is to be added (6), the one that the price has in it (6 included),"
                    + " or none");
        }
        return new Vat(new BigDecimal(matcher.group(1)), matcher.group(2) != null);
    }

    private List<Band> bands(Node node, Unit unit) throws DocumentFault {
        List<String> said = new ArrayList<>();
        for (String each : PRICES) {
            if (node.get(each) != null) {
                said.add(each);
            }
        }
        if (said.size() != 1) {
            throw node.fault("\"" + node.need("name").text() + "\" must have one of " + String.join(", ", PRICES)
                    + (said.isEmpty() ? "" : ", not " + String.join(" and ", said)));
        }
        return node.get("bands") == null
                ? List.of(Band.always(PriceReader.read(node, unit)))
                : new BandReader(each -> PriceReader.read(each, unit)).all(node.get("bands"));
    }

    private static List<Condition> conditions(Node node) throws DocumentFault {
        List<Condition> all = new ArrayList<>();
        if (node != null) {
            for (Map.Entry<String, Node> each : node.map().entrySet()) {
                all.add(condition(each.getKey(), each.getValue()));
            }
        }
        return all;
    }

    private static Condition condition(String fact, Node node) throws DocumentFault {
        if (node.value() instanceof Map<?, ?>) {
            node.allow(Set.of("above", "up-to"));
            return new Condition(
                    fact,
                    List.of(),
                    node.or("above", (BigDecimal) null, Node::decimal),
                    node.or("up-to", (BigDecimal) null, Node::decimal));
        }
        List<String> words = new ArrayList<>();
        for (Node each : node.isList() ? node.items() : List.of(node)) {
            words.add(each.words(LONGEST_NAME));
        }
        return new Condition(fact, words, null, null);
    }

    private void fits(Component component, Node node) throws DocumentFault {
        Unit.Base base = component.unit().base();
        boolean energy = base == Unit.Base.KWH || base == Unit.Base.M3;
        if (energy == (component.flow() == Flow.NONE)) {
            throw node.fault("\"" + component.name() + "\" in "
                    + component.unit().written() + (energy ? " needs flow: import or export" : " has no flow"));
        }
        boolean ofUtility =
                switch (base) {
                    case KWH -> utility != Utility.WATER;
                    case M3 -> utility != Utility.ELECTRICITY;
                    case KW_YEAR, KVA_YEAR -> utility == Utility.ELECTRICITY;
                    default -> true;
                };
        boolean both = component.flow() == Flow.EXPORT || component.netting() != Netting.NONE || component.byRegister();
        if (!ofUtility || (both && utility != Utility.ELECTRICITY)) {
            throw node.fault("\"" + component.name() + "\" is nothing that " + utility.word()
                    + " has: look at its unit," + " flow, net and bands");
        }
        pricesFit(component, node, energy);
    }

    private void pricesFit(Component component, Node node, boolean energy) throws DocumentFault {
        List<Price> prices = component.bands().stream().map(Band::price).toList();
        boolean constant = prices.stream()
                .allMatch(each -> each instanceof Price.Constant
                        || each instanceof Price.Percent
                        || each instanceof Price.Unknown);
        boolean alone = prices.size() == 1;
        if (!energy && !(constant && alone)) {
            throw node.fault("\"" + component.name() + "\" is a fee: it has one price and nothing else");
        }
        if (component.netting() == Netting.YEAR
                && (component.byClock() || !prices.stream().allMatch(ComponentReader::canBeNetted))) {
            throw node.fault("\"" + component.name()
                    + "\" is netted over a year: its price must be a number or brackets," + " alone or by register");
        }
        boolean known = prices.stream().flatMap(ComponentReader::formulas).noneMatch(Price.Formula::isSpot);
        if (utility != Utility.ELECTRICITY && !known) {
            throw node.fault("\"" + component.name() + "\": spot is the price of electricity");
        }
        boolean single =
                prices.stream().anyMatch(each -> each instanceof Price.Brackets || each instanceof Price.Maximum);
        if (single && !alone) {
            throw node.fault("\"" + component.name() + "\": brackets and a maximum have no bands");
        }
        boolean maximum = prices.stream().anyMatch(Price.Maximum.class::isInstance);
        if (maximum && component.flow() != Flow.IMPORT) {
            throw node.fault("\"" + component.name() + "\": a maximum is of import");
        }
    }

    private static boolean canBeNetted(Price price) {
        return price instanceof Price.Constant || price instanceof Price.Brackets || price instanceof Price.Unknown;
    }

    private static Stream<Price.Formula> formulas(Price price) {
        return price instanceof Price.Formula formula ? Stream.of(formula) : Stream.empty();
    }
}
