package energy.sem.bill.tariff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Documents;
import energy.sem.bill.document.Node;

/**
 * A file of contracts, of sets, of values of months, or of all of them, in YAML; docs/contracts.example.yaml says what each key means.
 *
 * @param contracts in the file's order
 * @param sets in the file's order
 * @param values in the file's order
 */
public record ContractFile(List<Contract> contracts, List<TariffSet> sets, List<MonthValues> values) {
    /** One that says nothing. */
    public static final ContractFile NONE = new ContractFile(List.of(), List.of(), List.of());

    private static final Set<String> CONTRACT_KEYS = Set.of(
            "name",
            "utility",
            "meter",
            "from",
            "until",
            "area",
            "billing-year",
            "sets",
            "facts",
            "assume-last",
            "gas-coefficient",
            "gas-correction",
            "components");
    private static final Set<String> SET_KEYS =
            Set.of("name", "words", "utility", "owner", "source", "checked", "open", "includes", "components");
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9-]{0,31}";
    private static final int LONGEST_SENTENCE = 500;

    public ContractFile {
        contracts = List.copyOf(contracts);
        sets = List.copyOf(sets);
        values = List.copyOf(values);
    }

    /** Reads one. */
    public static ContractFile read(byte[] yaml) throws DocumentFault {
        Node file = Documents.yaml(yaml);
        file.allow(Set.of("contracts", "sets", "values"));
        List<Contract> contracts = new ArrayList<>();
        for (Node each : list(file, "contracts")) {
            contracts.add(contract(each));
        }
        List<TariffSet> sets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node each : list(file, "sets")) {
            TariffSet set = set(each);
            sets.add(set);
            if (!names.add(set.name())) {
                throw each.fault("there are two sets \"" + set.name() + "\"");
            }
        }
        List<MonthValues> values = new ArrayList<>();
        for (Node each : list(file, "values")) {
            MonthValues read = MonthValuesReader.read(each);
            if (values.stream().anyMatch(other -> other.name().equals(read.name()))) {
                throw each.fault("there are two values \"" + read.name() + "\"");
            }
            values.add(read);
        }
        return new ContractFile(contracts, sets, values);
    }

    private static List<Node> list(Node node, String key) throws DocumentFault {
        return node.or(key, List.of(), Node::items);
    }

    private static Contract contract(Node node) throws DocumentFault {
        node.allow(CONTRACT_KEYS);
        Utility utility = node.or("utility", Utility.ELECTRICITY, each -> each.word(Utility.class));
        LocalDate from = node.need("from").date();
        LocalDate until = node.or("until", (LocalDate) null, Node::date);
        if (until != null && !from.isBefore(until)) {
            throw node.fault("the contract ends (until " + until + ") before it begins");
        }
        List<Component> components = new ComponentReader(utility, Owner.SUPPLIER).all(node.need("components"));
        String area = node.or("area", (String) null, each -> each.words(32));
        boolean spot = components.stream()
                .flatMap(each -> each.bands().stream())
                .anyMatch(each -> each.price() instanceof Price.Formula formula && formula.isSpot());
        if (spot && area == null) {
            throw node.fault("a formula of spot needs the contract's area, such as BE");
        }
        return new Contract(
                name(node.need("name")),
                utility,
                node.or("meter", (String) null, each -> each.words(32)),
                from,
                until,
                area,
                node.or("billing-year", MonthDay.of(1, 1), ContractFile::monthDay),
                texts(node, "sets"),
                facts(node.get("facts")),
                node.or("assume-last", false, Node::truth),
                gas(node, utility),
                components);
    }

    private static GasConversion gas(Node node, Utility utility) throws DocumentFault {
        for (String key : List.of("gas-coefficient", "gas-correction")) {
            if (node.get(key) != null && utility != Utility.GAS) {
                throw node.get(key).fault(key + " is of a contract for gas");
            }
        }
        return new GasConversion(
                node.or("gas-coefficient", (String) null, each -> each.words(32)),
                node.or("gas-correction", (String) null, each -> each.words(32)));
    }

    private static TariffSet set(Node node) throws DocumentFault {
        node.allow(SET_KEYS);
        Owner owner = node.or("owner", (Owner) null, each -> each.word(Owner.class));
        Utility utility = node.or("utility", Utility.ELECTRICITY, each -> each.word(Utility.class));
        return new TariffSet(
                name(node.need("name")),
                node.need("words").words(LONGEST_SENTENCE),
                utility,
                node.need("source").words(LONGEST_SENTENCE),
                node.need("checked").date(),
                texts(node, "open"),
                texts(node, "includes"),
                new ComponentReader(utility, owner).all(node.need("components")));
    }

    private static String name(Node node) throws DocumentFault {
        String name = node.text();
        if (!name.matches(NAME)) {
            throw node.fault("the name \"" + Node.quoted(name)
                    + "\" must have 1 to 32 letters, digits and hyphens, and begin with a letter");
        }
        return name;
    }

    private static List<String> texts(Node node, String key) throws DocumentFault {
        List<String> texts = new ArrayList<>();
        for (Node each : list(node, key)) {
            texts.add(each.words(LONGEST_SENTENCE));
        }
        return texts;
    }

    private static Map<String, String> facts(Node node) throws DocumentFault {
        Map<String, String> facts = new LinkedHashMap<>();
        if (node != null) {
            for (Map.Entry<String, Node> each : node.map().entrySet()) {
                facts.put(each.getKey(), each.getValue().words(32));
            }
        }
        return facts;
    }

    private static MonthDay monthDay(Node node) throws DocumentFault {
        try {
            MonthDay day = MonthDay.parse("--" + node.text());
            if (day.isValidYear(2023)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw node.fault("the billing year begins on a day such as 01-01 (month-day), and not on 29 February");
    }
}
