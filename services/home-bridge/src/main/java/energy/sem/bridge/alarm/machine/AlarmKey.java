package energy.sem.bridge.alarm.machine;

/**
 * Which alarm.
 *
 * @param meter its name; empty for what is of the whole installation
 * @param rule the rule's word
 * @param device a serial number or a phase; empty when it is about the meter as a whole
 */
public record AlarmKey(String meter, String rule, String device) {

    /** As one word, for a record's key. */
    public String text() {
        return meter + "/" + rule + "/" + device;
    }

    /** The key of such a word; {@code null} when it is none. */
    public static AlarmKey of(String text) {
        String[] parts = text.split("/", 3);
        return parts.length == 3 ? new AlarmKey(parts[0], parts[1], parts[2]) : null;
    }
}
