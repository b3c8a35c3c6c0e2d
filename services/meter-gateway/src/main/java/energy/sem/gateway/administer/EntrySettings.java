package energy.sem.gateway.administer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import energy.sem.registry.MeterSetting;

/** What an administrator says of a meter, held against what an entry may say. Stateless. */
final class EntrySettings {
    private static final int LONGEST = 256;
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern PLAIN = Pattern.compile("\\P{Cntrl}*");

    // A cable or a file is on one machine; all gateways follow the registry.
    private static final List<String> OF_ONE_MACHINE = List.of("serial:", "replay:");

    /**
     * The settings without spaces around them; those that are empty are left out.
     *
     * @throws IllegalArgumentException with one line for people when one is not known, or its value cannot be any
     */
    static Map<String, String> checked(Map<String, String> given) {
        Map<String, String> settings = new TreeMap<>();
        given.forEach((word, text) -> {
            if (MeterSetting.of(word).isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + shown(word) + "\" is no setting of a meter in the registry: known are "
                                + MeterSetting.words()
                                + ". A meter with a secret, or a port or a file of one machine, is set in the environment.");
            }
            String value = text == null ? "" : text.strip();
            if (value.length() > LONGEST || !PLAIN.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        word + " is a text of at most " + LONGEST + " characters without control characters");
            }
            if (!value.isEmpty()) {
                settings.put(word, value);
            }
        });
        Optional.ofNullable(settings.get(MeterSetting.SOURCE.word()))
                .filter(source -> OF_ONE_MACHINE.stream().anyMatch(source::startsWith))
                .ifPresent(source -> {
                    throw new IllegalArgumentException("source: " + source.replaceAll(":.*", ":…")
                            + " is of one machine: set it in that machine's environment, sem.meters.<name>.source");
                });
        return settings;
    }

    /** Whether a meter with these settings is pushed to. */
    static boolean isPushed(Map<String, String> settings) {
        String source = settings.getOrDefault(MeterSetting.SOURCE.word(), "push");
        return source.equals("push");
    }

    /** A text of somebody else as it may stand in an error. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
    }

    private EntrySettings() {}
}
