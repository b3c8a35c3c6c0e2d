package energy.sem.bill.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One value of a document: a map, a list or a text. Immutable. Asked for what it is not, it says so with its line and name.
 *
 * @param name what it stands under, for messages
 * @param line where it begins, from 1
 * @param value a map of nodes by key, a list of nodes, a text, or {@code null} where the document says null
 */
public record Node(String name, int line, Object value) {
    /** More characters than any number of a price or a contract has. */
    private static final int LONGEST_NUMBER = 24;

    /** What a message quotes at most of a document. */
    private static final int LONGEST_QUOTE = 60;

    /** Digits before the point that no price and no quantity passes. */
    private static final int MOST_DIGITS = 9;

    private static final int MOST_DECIMALS = 12;

    /** Whether the document says nothing here. */
    public boolean isNull() {
        return value == null;
    }

    public boolean isList() {
        return value instanceof List<?>;
    }

    /** The node under a key; {@code null} where there is none. */
    public Node get(String key) throws DocumentFault {
        Node node = map().get(key);
        return node == null || node.isNull() ? null : node;
    }

    /** The node under a key that must be there. */
    public Node need(String key) throws DocumentFault {
        Node node = get(key);
        if (node == null) {
            throw fault(name + " has no \"" + key + "\": add it");
        }
        return node;
    }

    /** The node at a path of keys such as {@code data.prices}; {@code null} where there is none. */
    public Node at(String path) throws DocumentFault {
        Node node = this;
        for (String key : path.split("\\.", -1)) {
            node = node == null ? null : node.get(key);
        }
        return node;
    }

    /** What a reader makes of the text under a key, or another value where there is none. */
    public <T> T or(String key, Function<Node, T> otherwise, Reader<T> reader) throws DocumentFault {
        Node node = get(key);
        return node == null ? otherwise.apply(this) : reader.read(node);
    }

    /** The same with a value that is known. */
    public <T> T or(String key, T otherwise, Reader<T> reader) throws DocumentFault {
        Node node = get(key);
        return node == null ? otherwise : reader.read(node);
    }

    /** Makes something of a node. */
    public interface Reader<T> {
        T read(Node node) throws DocumentFault;
    }

    /** Refuses any key but these: a typing error shall not be a price that is silently left out. */
    public void allow(Set<String> keys) throws DocumentFault {
        for (Map.Entry<String, Node> each : map().entrySet()) {
            if (!keys.contains(each.getKey())) {
                throw each.getValue()
                        .fault(name + " knows no \"" + quoted(each.getKey()) + "\": use "
                                + String.join(", ", new java.util.TreeSet<>(keys)));
            }
        }
    }

    /** The nodes of a list. */
    public List<Node> items() throws DocumentFault {
        if (value instanceof List<?> list) {
            return list.stream().map(Node.class::cast).toList();
        }
        throw fault(name + " must be a list");
    }

    /** The nodes by key, in the document's order. */
    public Map<String, Node> map() throws DocumentFault {
        if (value instanceof Map<?, ?> map) {
            Map<String, Node> nodes = new LinkedHashMap<>();
            map.forEach((key, node) -> nodes.put((String) key, (Node) node));
            return nodes;
        }
        throw fault(name + " must be a map of names and values");
    }

    /** The text. */
    public String text() throws DocumentFault {
        if (value instanceof String text) {
            return text.strip();
        }
        throw fault(name + " must be a text or a number");
    }

    /** A text that is not empty and no longer than this. */
    public String words(int longest) throws DocumentFault {
        String text = text();
        if (text.isEmpty() || text.length() > longest) {
            throw fault(name + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    /** The number, exactly as it is written. Bounded: 1e999999999 is no number here. */
    public BigDecimal decimal() throws DocumentFault {
        return decimal(text(), this);
    }

    /** The number that some text of this node is. */
    public static BigDecimal decimal(String text, Node node) throws DocumentFault {
        try {
            return bounded(text);
        } catch (NumberFormatException e) {
            throw node.fault(node.name + " is no number: \"" + quoted(text)
                    + "\". Write it with a point, at most " + MOST_DIGITS + " digits before and " + MOST_DECIMALS
                    + " after it, such as 0.1039");
        }
    }

    /**
     * A number of at most 9 digits before and 12 after the point; a small exponent may be written, as floating point numbers
     * are ({@code 1e-05}).
     *
     * @throws NumberFormatException when it is none
     */
    public static BigDecimal bounded(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST_NUMBER
                || !text.chars().allMatch(c -> "0123456789.+-eE".indexOf(c) >= 0)) {
            throw new NumberFormatException("no number");
        }
        BigDecimal number = new BigDecimal(text);
        // Before anything is done with it.
        if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DECIMALS) {
            throw new NumberFormatException("beyond what is counted");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The whole number, from one to another, both included. */
    public int whole(int least, int most) throws DocumentFault {
        String text = text();
        if (text.matches("-?\\d{1,9}")) {
            int whole = Integer.parseInt(text);
            if (whole >= least && whole <= most) {
                return whole;
            }
        }
        throw fault(name + " must be a whole number from " + least + " to " + most);
    }

    /** The date, as 2026-08-01. */
    public LocalDate date() throws DocumentFault {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw fault(name + " is no date: write it as 2026-08-01");
        }
    }

    /** True or false. */
    public boolean truth() throws DocumentFault {
        return switch (text()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw fault(name + " must be true or false");
        };
    }

    /** The constant of an enum whose name is the text: {@code import} is IMPORT. */
    public <E extends Enum<E>> E word(Class<E> type) throws DocumentFault {
        String text = text();
        for (E each : type.getEnumConstants()) {
            if (word(each).equals(text)) {
                return each;
            }
        }
        throw fault(name + " is \"" + quoted(text) + "\": use "
                + java.util.Arrays.stream(type.getEnumConstants())
                        .map(Node::word)
                        .collect(java.util.stream.Collectors.joining(", ")));
    }

    /** How a constant is written: {@code once-a-year}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A fault here. */
    public DocumentFault fault(String message) {
        return new DocumentFault(line, message);
    }

    /** What of a text from outside may stand in a message. */
    public static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "…";
    }
}
