package energy.sem.cli.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import energy.sem.cli.help.CommandName;

/**
 * A command line of {@code ./sem} as a person can type it again. Secrets are left out.
 *
 * @param words the words after {@code ./sem}
 */
record CommandLineText(List<String> words) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final String KEY = "--key";

    /** The same with these options in the place of their earlier values. */
    CommandLineText with(Map<String, String> options) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (options.containsKey(word)) {
                // Its value is the next word.
                i++;
            } else if (!options.containsKey(word.replaceFirst("=.*", ""))) {
                changed.add(word);
            }
        }
        options.forEach((option, value) -> changed.addAll(List.of(option, value)));
        return new CommandLineText(List.copyOf(changed));
    }

    /** One line, quoted for a shell. */
    String text() {
        StringBuilder text = new StringBuilder(CommandName.in("./sem"));
        String before = "";
        for (String word : words) {
            text.append(' ').append(before.equals(KEY) ? hidden(word) : quoted(word));
            before = word;
        }
        return text.toString();
    }

    /** {@code roof=SECRET} of {@code roof=…}. */
    private static String hidden(String key) {
        return key.replaceFirst("(?s)=.*", "=SECRET");
    }

    private static String quoted(String word) {
        if (word.startsWith(KEY + "=")) {
            return KEY + "=" + hidden(word.substring(KEY.length() + 1));
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
