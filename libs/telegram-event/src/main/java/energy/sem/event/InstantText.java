package energy.sem.event;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

/**
 * Reads instants in the one form in which events are written, {@code 2026-11-22T10:15:00Z} with or without milliseconds,
 * by their digits: java.time's general parser took a third of the time to read an event. Any other form goes to the usual
 * deserializer.
 */
final class InstantText extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;
    private static final int SECONDS_LENGTH = "2026-11-22T10:15:00Z".length();
    private static final int MILLIS_LENGTH = "2026-11-22T10:15:00.000Z".length();
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            Instant instant = read(parser.getText());
            if (instant != null) {
                return instant;
            }
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** The instant, or {@code null} when the text has another form or names no instant. */
    static Instant read(String text) {
        int length = text.length();
        if ((length != SECONDS_LENGTH && length != MILLIS_LENGTH)
                || text.charAt(length - 1) != 'Z'
                || !Digits.haveForm(text, FORM)) {
            return null;
        }
        int hour = Digits.number(text, 11, 13);
        int minute = Digits.number(text, 14, 16);
        int second = Digits.number(text, 17, 19);
        int milli = 0;
        if (length == MILLIS_LENGTH) {
            if (text.charAt(19) != '.' || !Digits.areAll(text, 20, 23)) {
                return null;
            }
            milli = Digits.number(text, 20, 23);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(Digits.number(text, 0, 4), Digits.number(text, 5, 7), Digits.number(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, milli * 1_000_000L);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
