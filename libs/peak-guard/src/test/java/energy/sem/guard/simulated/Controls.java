package energy.sem.guard.simulated;

/** The recipes of docs/evcc.md as models. */
enum Controls {
    /** Nobody: the car takes what it can. */
    NONE {
        @Override
        Control make() {
            return (second, allowedImportW, importW, charger) -> charger.set(charger.mostA);
        }
    },
    /**
     * evcc: each 30 s the charger gets what it draws and what the circuit has left (core/circuit/circuit.go), whole amperes,
     * off below 6 A and on again at once.
     */
    EVCC {
        @Override
        Control make() {
            return (second, allowedImportW, importW, charger) -> {
                if (second % 30 == 0) {
                    charger.set(room(allowedImportW, importW, charger));
                }
            };
        }
    },
    /** Home Assistant: looks each 10 s; down at once, up once a minute; off after 30 s without room, for 5 minutes at least. */
    HOME_ASSISTANT {
        @Override
        Control make() {
            return new WithPauses(10, 60);
        }
    },
    /** A Victron charger steered by Node-RED: looks each 5 s; down at once, up each 30 s; pauses as above. */
    VICTRON {
        @Override
        Control make() {
            return new WithPauses(5, 30);
        }
    };

    abstract Control make();

    private static int room(int allowedImportW, int importW, Charger charger) {
        return Math.floorDiv(charger.watts() + allowedImportW - importW, Charger.VOLT * charger.phases);
    }

    /** Whole amperes, no less than 6 while it lasts no longer than 30 s, and five minutes of pause. */
    private static final class WithPauses implements Control {
        private final int everySeconds;
        private final int riseEverySeconds;
        private long roseAt = Long.MIN_VALUE / 2;
        private long tooLittleSince = -1;
        private long offSince = Long.MIN_VALUE / 2;

        WithPauses(int everySeconds, int riseEverySeconds) {
            this.everySeconds = everySeconds;
            this.riseEverySeconds = riseEverySeconds;
        }

        @Override
        public void second(long second, int allowedImportW, int importW, Charger charger) {
            if (second % everySeconds != 0) {
                return;
            }
            int ampere = room(allowedImportW, importW, charger);
            if (charger.setA() == 0) {
                if (ampere >= Charger.LEAST_A && second - offSince >= 300) {
                    charger.set(ampere);
                    roseAt = second;
                }
                return;
            }
            if (ampere >= Charger.LEAST_A) {
                tooLittleSince = -1;
                if (ampere < charger.setA() || second - roseAt >= riseEverySeconds) {
                    roseAt = ampere > charger.setA() ? second : roseAt;
                    charger.set(ampere);
                }
                return;
            }
            charger.set(Charger.LEAST_A);
            tooLittleSince = tooLittleSince < 0 ? second : tooLittleSince;
            if (second - tooLittleSince >= 30) {
                charger.set(0);
                offSince = second;
                tooLittleSince = -1;
            }
        }
    }
}
