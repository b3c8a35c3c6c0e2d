package energy.sem.bill.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads JSON and YAML as {@link Node}s. */
public final class Documents {
    /** Of a file; who asks over a network bounds the answer far below. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int DEEPEST = 20;
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxDocumentLength(MOST_BYTES)
            .maxStringLength(100_000)
            .maxNameLength(200)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .loaderOptions(loader())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static LoaderOptions loader() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    /** A document in JSON, in UTF-8. */
    public static Node json(byte[] bytes) throws DocumentFault {
        return read(JSON, bytes, "the answer", "no JSON");
    }

    /** A document in YAML, in UTF-8. */
    public static Node yaml(byte[] bytes) throws DocumentFault {
        return read(YAML, bytes, "the file", "no YAML");
    }

    /** A document in YAML. */
    public static Node yaml(InputStream stream) throws IOException, DocumentFault {
        return yaml(stream.readNBytes(MOST_BYTES + 1));
    }

    /** A document in YAML. */
    public static Node yaml(String text) throws DocumentFault {
        return yaml(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Node read(JsonFactory factory, byte[] bytes, String name, String otherwise) throws DocumentFault {
        if (bytes.length > MOST_BYTES) {
            throw new DocumentFault(name + " has more than " + MOST_BYTES / 1024 / 1024 + " MB");
        }
        try (JsonParser parser = factory.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new DocumentFault(name + " is empty");
            }
            Node node = node(parser, first, name);
            if (parser.nextToken() != null) {
                throw new DocumentFault(parser.currentLocation().getLineNr(), name + " has more than one document");
            }
            return node;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new DocumentFault(line, otherwise + ": " + firstLine(e.getOriginalMessage()));
        } catch (IOException | RuntimeException e) {
            // Some faults of YAML come as they are thrown within its reader.
            throw new DocumentFault(otherwise + ": " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return Node.quoted(message.lines().findFirst().orElse(""));
    }

    private static Node node(JsonParser parser, JsonToken token, String name) throws IOException, DocumentFault {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            throw new DocumentFault(line, name + " refers to another place by & or *: write it out");
        }
        return switch (token) {
            case START_OBJECT -> new Node(name, line, map(parser));
            case START_ARRAY -> new Node(name, line, list(parser, name));
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Node(name, line, parser.getText());
            case VALUE_NULL -> new Node(name, line, null);
            default -> throw new DocumentFault(line, name + " ends in its middle");
        };
    }

    private static Map<String, Node> map(JsonParser parser) throws IOException, DocumentFault {
        Map<String, Node> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            map.put(key, node(parser, parser.nextToken(), Node.quoted(key)));
        }
        return map;
    }

    private static List<Node> list(JsonParser parser, String name) throws IOException, DocumentFault {
        List<Node> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new DocumentFault(name + " ends in its middle");
            }
            list.add(node(parser, token, name));
        }
        return list;
    }

    private Documents() {}
}
