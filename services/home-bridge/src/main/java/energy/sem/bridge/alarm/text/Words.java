package energy.sem.bridge.alarm.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Notice.Kind;

/** The texts of alarms in one language, from {@code alarm_<language>.properties}. Immutable and thread-safe. */
public final class Words {
    /** The languages there are. */
    public static final List<String> LANGUAGES = List.of("nl", "fr", "de", "en");

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final ResourceBundle bundle;
    private final ZoneId zone;

    /**
     * What a message says.
     *
     * @param title one short line
     * @param message what is, and what to do
     */
    public record Text(String title, String message) {}

    /** Those of a language, with times of a zone. */
    public Words(String language, ZoneId zone) {
        this.zone = zone;
        bundle = ResourceBundle.getBundle(
                "alarm",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a notice. */
    public Text of(Notice notice) {
        Map<String, String> values = values(notice);
        if (notice.kind() == Kind.DIGEST) {
            return new Text(filled("digest.title", values), filled("digest.message", values) + "\n" + list(notice));
        }
        if (notice.kind() == Kind.TEST) {
            return new Text(filled("test.title", values), filled("test.message", values));
        }
        String rule = notice.key().rule();
        String title = filled(rule + ".title", values);
        String what = notice.values().get("what");
        String key = what == null ? rule + ".message" : rule + "." + what;
        return switch (notice.kind()) {
            case CLEARED ->
                new Text(filled("cleared.title", Map.of("title", title)), filled("cleared.message", values));
            case STILL ->
                new Text(
                        filled("still.title", Map.of("title", title)),
                        filled(key, values).strip());
            default -> new Text(title, filled(key, values).strip());
        };
    }

    private String list(Notice digest) {
        return List.of(digest.values().getOrDefault("alarms", "").split(",")).stream()
                .map(this::line)
                .collect(Collectors.joining("\n"));
    }

    private String line(String text) {
        int slash = text.lastIndexOf('/');
        AlarmKey key = slash < 0 ? null : AlarmKey.of(text.substring(0, slash));
        if (key == null) {
            return "- " + text;
        }
        String title = filled(key.rule() + ".title", Map.of("meter", key.meter(), "device", key.device()));
        return "- " + (text.endsWith(Kind.CLEARED.word()) ? filled("cleared.title", Map.of("title", title)) : title);
    }

    private Map<String, String> values(Notice notice) {
        Map<String, String> values = new HashMap<>(notice.values());
        values.computeIfPresent("at", (name, at) -> time(at));
        values.put("meter", notice.key().meter());
        values.put("device", notice.key().device());
        values.put("time", time(notice.at().toString()));
        return values;
    }

    private String time(String instant) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(Instant.parse(instant).atZone(zone));
    }

    private String filled(String key, Map<String, String> values) {
        String pattern;
        try {
            pattern = bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        Matcher matcher = NAME.matcher(pattern);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
