package energy.sem.ingest.past;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.p1.Register;
import energy.sem.quarter.QuarterHours;

/**
 * What a person read from a meter's display.
 *
 * @param edge the nearest edge of a quarter hour
 * @param value Wh, L or MJ
 */
public record TypedAnchor(int edge, long value) {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z0-9]{1,30})=([0-9]{1,12}(?:[.,][0-9]{1,3})?)@(\\S{10,40})");

    /** The sentence for one that is not understood. */
    static final String FORM_WORDS =
            "An anchor is a register, what the display showed in kWh or m³, and when: importT1=1234.567@2026-11-01T10:00.";

    /**
     * Those of {@code importT1=1234.567@2026-11-01T10:00,…}; the time is local or has an offset.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static Map<Register, TypedAnchor> parse(String text, ZoneId zone) {
        Map<Register, TypedAnchor> anchors = new EnumMap<>(Register.class);
        for (String each : text.isBlank() ? new String[0] : text.strip().split("[;\\s]+|,(?=[a-zA-Z])", -1)) {
            Matcher form = FORM.matcher(each);
            Register register = form.matches() ? register(form.group(1)) : null;
            if (register == null) {
                throw new IllegalArgumentException(FORM_WORDS);
            }
            long value = new BigDecimal(form.group(2).replace(',', '.'))
                    .movePointRight(3)
                    .longValueExact();
            long quarterMilli = at(form.group(3), zone).toEpochMilli() + QuarterHours.MILLIS / 2;
            anchors.put(register, new TypedAnchor(QuarterHours.of(quarterMilli), value));
        }
        return anchors;
    }

    private static Register register(String word) {
        for (Register register : Register.values()) {
            String name = register.answerName().replaceAll("(Kwh|Kvarh|M3|Gj)$", "");
            if (name.equalsIgnoreCase(word) || register.jsonName().equalsIgnoreCase(word)) {
                return register;
            }
        }
        return word.equalsIgnoreCase("gas") || word.equalsIgnoreCase("water") ? Register.VOLUME_L : null;
    }

    private static Instant at(String text, ZoneId zone) {
        try {
            return text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(FORM_WORDS, e);
        }
    }
}
