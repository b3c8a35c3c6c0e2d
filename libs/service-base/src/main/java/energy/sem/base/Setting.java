package energy.sem.base;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One setting of SEM as the documentation shows it and the start of a service checks it.
 *
 * @param name the property, such as {@code sem.meters.<name>.source}; {@code <name>} stands for a name as a meter has
 * @param kind what a value must look like
 * @param defaultValue the value without the setting; empty when there is none
 * @param services who reads it
 * @param meaning one sentence
 */
public record Setting(String name, Kind kind, String defaultValue, String services, String meaning) {

    private static final String METER = "[a-z0-9]{1,32}";

    /** What a value must look like; {@link #words} is what an error says is expected. */
    public enum Kind {
        TEXT(".+", "a text"),
        SECRET(".+", "a secret"),
        BOOLEAN("true|false", "true or false"),
        WHOLE_NUMBER("[0-9]{1,9}", "a whole number"),
        COUNT("[1-9][0-9]{0,8}", "a whole number from 1 on"),
        DURATION(
                "P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?",
                "a duration such as PT10S or P14D"),
        SIZE("[0-9]{1,6}[KMGT]?", "a size such as 512M or 20G"),
        URL("[a-z]+:.+", "an address such as http://localhost:8081"),
        ZONE("[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*", "a time zone such as Europe/Brussels") {
            @Override
            public boolean accepts(String value) {
                return super.accepts(value) && ZoneId.getAvailableZoneIds().contains(value);
            }
        },
        LANGUAGE("nl|fr|de|en", "nl, fr, de or en"),
        DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as 2026-01-31"),
        PRICE("-?[0-9]{1,6}(\\.[0-9]{1,8})?", "a price in euro such as 0.2543"),
        CONNECTION("[13]x[1-9][0-9]{0,3}A", "phases and amperes, such as 3x40A or 1x63A"),
        RATIO("[0-9]{1,6}(\\.[0-9]{1,4})?(/[0-9]{1,6}(\\.[0-9]{1,4})?)?", "a ratio such as 40 or 200/5"),
        PROXIES(".+", "addresses, networks such as 10.0.0.0/8, or names, separated by commas") {
            @Override
            public boolean accepts(String value) {
                return Arrays.stream(value.split(",", -1)).map(String::trim).allMatch(Callers::accepts);
            }
        },
        FRAME_ANCESTORS(
                "'none'|('self'|[a-z]+://[A-Za-z0-9.:*-]+)( ('self'|[a-z]+://[A-Za-z0-9.:*-]+))*",
                "'none', 'self' or addresses such as http://homeassistant.local:8123, with spaces between them"),
        BROKER("mqtts?://.+", "a broker's address such as mqtt://homeassistant.local:1883 or mqtts://broker:8883"),
        TOPIC(
                "[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*",
                "a beginning of topics: letters, digits, _ and -, with / between levels"),
        DISCOVERY("device|single|off", "device, single or off"),
        TIME_CHOICE("meter|arrival|auto", "meter, arrival or auto"),
        MAIL_TLS("starttls|tls|none", "starttls, tls or none"),
        QUIET(
                "off|([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]",
                "two times such as 22:00-07:00, or off"),
        UTILITY("electricity|gas|water", "electricity, gas or water"),
        HOMEWIZARD_SERIAL("[0-9a-f]{12}", "12 hex digits in lower case"),
        SHARING_KEY(
                "fixed|fixed-rounds|relative|priority|optimal", "fixed, fixed-rounds, relative, priority or optimal"),
        SHARES(
                list(METER + " *: *[0-9]{1,3}(\\.[0-9]{1,4})?"),
                "meters and their percent, such as home:60,neighbour:40"),
        GATEWAY_NAME("[A-Za-z0-9._-]{1,100}", "a name of letters, digits, ., _ and -"),
        METER_NAMES(list(METER), "meters' names, separated by commas: 1 to 32 lower-case letters and digits each"),
        METER_NAME(METER, "a meter's name: 1 to 32 lower-case letters and digits");

        private final Pattern pattern;
        private final String words;

        Kind(String pattern, String words) {
            this.pattern = Pattern.compile(pattern);
            this.words = words;
        }

        private static String list(String each) {
            return " *" + each + " *(, *" + each + " *)*";
        }

        /** Whether the value has this shape. */
        public boolean accepts(String value) {
            return pattern.matcher(value).matches();
        }

        /** What is expected, for an error. */
        public String words() {
            return words;
        }
    }

    /** Whether this setting is meant by the property name. */
    public boolean matchesProperty(String property) {
        return Pattern.matches(pattern("\\.", METER), property.replaceAll("\\[[0-9]+\\]$", ""));
    }

    /** Whether this setting is meant by the environment variable. */
    public boolean matchesVariable(String variable) {
        return Pattern.matches(pattern("_", "[A-Z0-9]{1,32}"), variable.replaceAll("_[0-9]+_$", ""));
    }

    /** The environment variable, such as {@code SEM_METERS_<NAME>_SOURCE}. */
    public String variable() {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
    }

    private String pattern(String separator, String meter) {
        String of = separator.equals("_") ? variable() : name.replace(".", "\\.");
        return of.replace("<name>", meter).replace("<NAME>", meter);
    }
}
