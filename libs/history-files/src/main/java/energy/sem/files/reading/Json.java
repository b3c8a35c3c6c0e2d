package energy.sem.files.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * A small JSON document as maps, lists, texts and booleans; numbers are texts, as they stand, so that none passes through a floating
 * point number.
 */
public final class Json {
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int DEEPEST = 30;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one object; an empty map for what is none.
     *
     * @throws InvalidJsonException if it is no JSON, too large or too deep
     */
    public static Map<String, Object> object(InputStream bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return value(parser, parser.nextToken()) instanceof Map<?, ?> map ? texts(map) : Map.of();
        } catch (JsonProcessingException e) {
            throw new InvalidJsonException(e);
        }
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> map(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            map.put(name, value(parser, parser.nextToken()));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    /** The objects of a list in an object; empty where there is none. */
    public static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (object.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    objects.add(texts(map));
                }
            }
        }
        return objects;
    }

    /** A text or number of an object; empty where there is none. */
    public static String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    /** It is no JSON. The message holds nothing of it. */
    public static final class InvalidJsonException extends IOException {
        private static final long serialVersionUID = 1L;

        InvalidJsonException(JsonProcessingException cause) {
            super("no JSON, at line "
                    + (cause.getLocation() == null ? 0 : cause.getLocation().getLineNr()));
        }
    }
}
