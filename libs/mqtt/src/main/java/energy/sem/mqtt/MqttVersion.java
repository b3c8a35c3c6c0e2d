package energy.sem.mqtt;

import java.util.Arrays;

/** Which MQTT is spoken. */
public enum MqttVersion {
    /** 5, and 3.1.1 with a broker that does not know it. */
    AUTO("auto"),
    V5("5"),
    V3_1_1("3.1.1");

    private final String text;

    MqttVersion(String text) {
        this.text = text;
    }

    /**
     * The version of a text.
     *
     * @throws IllegalArgumentException whose message says what is possible
     */
    public static MqttVersion of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("MQTT's version is 5, 3.1.1 or auto, and not \"" + text + "\""));
    }

    /** As it is written in an address: {@code 5}, {@code 3.1.1}, {@code auto}. */
    @Override
    public String toString() {
        return text;
    }
}
