package energy.sem.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** {@link TelegramEvent} to JSON and back: instants are ISO-8601 in UTC, absent values are left out. Thread-safe. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule()
                    .addDeserializer(Instant.class, new InstantText())
                    .addDeserializer(YearMonth.class, new MonthText()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(TelegramEvent.class);
    private static final ObjectReader READER = MAPPER.readerFor(TelegramEvent.class);

    /** The event as UTF-8 JSON on one line. */
    public static byte[] write(TelegramEvent event) {
        try {
            return WRITER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an event of " + event.meter() + " does not become JSON", e);
        }
    }

    /**
     * The event in the bytes, which a later program may have written: a field that is not known is left out, a word that is
     * not known is {@code null}, and a device of a kind that is not known is {@linkplain MBusReading.Kind#OTHER another}.
     *
     * @throws IOException when they are not JSON, not an event, of a version other than
     *     {@value TelegramEvent#VERSION}, or without meter or time
     */
    public static TelegramEvent read(byte[] json) throws IOException {
        TelegramEvent event = READER.readValue(json);
        if (event == null) {
            throw new IOException("the record is empty: an event was expected");
        }
        if (event.version() != TelegramEvent.VERSION) {
            throw new IOException("the event has version " + event.version() + ": this program reads version "
                    + TelegramEvent.VERSION);
        }
        if (event.meter() == null || event.at() == null) {
            throw new IOException("the event has no meter or no time");
        }
        return event;
    }

    /** Reads a part of an event as {@link #read} does, and nothing behind it. */
    static ObjectReader reader(TypeReference<?> part) {
        return MAPPER.readerFor(part).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private EventJson() {}
}
