package energy.sem.mqtt;

/** Which version is tried next. Not thread-safe. */
final class Versions {
    private final MqttVersion wanted;
    private MqttVersion next;
    /** A broker has said that it does not know 5, rather than hung up: then 5 is not tried again. */
    private boolean refusedFive;

    Versions(MqttVersion wanted) {
        this.wanted = wanted;
        next = wanted == MqttVersion.V3_1_1 ? MqttVersion.V3_1_1 : MqttVersion.V5;
    }

    /** The one of this try. */
    MqttVersion next() {
        return next;
    }

    /** This try has worked. */
    void worked() {
        if (next == MqttVersion.V5) {
            refusedFive = false;
        }
    }

    /** Whether another version shall be tried at once after such a failure; then it is the next. */
    boolean tryAnother(Failure.Kind kind) {
        if (wanted != MqttVersion.AUTO) {
            return false;
        }
        boolean five = next == MqttVersion.V5;
        if (five && (kind == Failure.Kind.OTHER_VERSION || kind == Failure.Kind.HUNG_UP)) {
            refusedFive = kind == Failure.Kind.OTHER_VERSION;
            next = MqttVersion.V3_1_1;
            return true;
        }
        if (!five && kind == Failure.Kind.OTHER_VERSION) {
            refusedFive = false;
        }
        startOver();
        return false;
    }

    /** A new connection begins: with 5 again unless the broker has said that it does not know it. */
    void startOver() {
        if (wanted == MqttVersion.AUTO && !refusedFive) {
            next = MqttVersion.V5;
        }
    }
}
