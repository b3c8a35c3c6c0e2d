package energy.sem.cli.backup.from;

import java.util.HashMap;
import java.util.Map;

/** A file of {@code NAME=value} lines, as systemd's EnvironmentFile reads them: comments after # or ;, quotes around a value. */
final class ConfFile {
    private ConfFile() {}

    static Map<String, String> parse(String text) {
        Map<String, String> settings = new HashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                settings.put(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip()));
            }
        });
        return settings;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
