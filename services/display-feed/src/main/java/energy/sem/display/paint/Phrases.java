package energy.sem.display.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import energy.sem.display.view.Language;

/**
 * One language's words, names and forms of dates, from our own table: the JDK's own data (CLDR) change from version to
 * version, and pictures must not. Immutable.
 */
final class Phrases {
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Phrases(language));
        }
    }

    private final Properties table = new Properties();
    private final Numbers numbers;

    private Phrases(Language language) {
        String name = language.code() + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of " + name + " cannot be read", e);
        }
        numbers = new Numbers(text("number.decimal"), text("number.group"));
    }

    static Phrases of(Language language) {
        return ALL.get(language);
    }

    /** All texts with their keys. */
    Map<?, ?> table() {
        return Map.copyOf(table);
    }

    Numbers numbers() {
        return numbers;
    }

    /** A text with its gaps filled in. */
    String text(String key, Object... values) {
        String text = table.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    private String item(String key, int index) {
        return List.of(text(key).split(",")).get(index);
    }

    String month(Month month) {
        return item("months", month.getValue() - 1);
    }

    String shortMonth(Month month) {
        return item("months.short", month.getValue() - 1);
    }

    String axisMonth(Month month) {
        return item("months.axis", month.getValue() - 1);
    }

    String day(DayOfWeek day) {
        return item("days", day.getValue() - 1);
    }

    String shortDay(DayOfWeek day) {
        return item("days.short", day.getValue() - 1);
    }

    String axisDay(DayOfWeek day) {
        return item("days.axis", day.getValue() - 1);
    }

    /** "5 nov". */
    String date(LocalDate date) {
        return text("date", date.getDayOfMonth(), shortMonth(date.getMonth()));
    }

    /** "do 5 nov". */
    String dayAndDate(LocalDate date) {
        return shortDay(date.getDayOfWeek()) + " " + date(date);
    }

    /** "2 – 8 nov" or "30 nov – 6 dec". */
    String range(LocalDate from, LocalDate to) {
        return from.getMonth() == to.getMonth()
                ? text("range.same-month", from.getDayOfMonth(), to.getDayOfMonth(), shortMonth(to.getMonth()))
                : text("range", date(from), date(to));
    }

    /** "10:45". */
    String time(LocalDateTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** With its first letter large. */
    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
