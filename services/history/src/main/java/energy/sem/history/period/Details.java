package energy.sem.history.period;

import energy.sem.base.Problem;

/**
 * What buckets say beside their amounts; it costs reading every quarter hour, so it is only said when asked for.
 *
 * @param voltage the range of each phase's voltage
 * @param power the highest powers
 */
public record Details(boolean voltage, boolean power) {
    /** Nothing more. */
    public static final Details NONE = new Details(false, false);

    /**
     * The choice in a comma-separated list.
     *
     * @param text such as {@code voltage,power}, or {@code null}
     * @throws Problem 400 when it names anything else
     */
    public static Details of(String text) {
        boolean voltage = false;
        boolean power = false;
        for (String field : text == null ? new String[0] : text.split(",", -1)) {
            switch (field.strip()) {
                case "voltage" -> voltage = true;
                case "power" -> power = true;
                default -> throw Problem.badRequest("fields=" + text + " is unknown: use voltage, power or both.");
            }
        }
        return new Details(voltage, power);
    }

    boolean any() {
        return voltage || power;
    }
}
