package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the objects about single phases. Their C is 20 times the phase plus what is measured (IEC 62056-6-1): 1 power
 * in, 2 power out, 11 current, 12 voltage.
 */
final class PhaseObjects {

    private static final int A_B = 0x10;
    private static final int MOMENTARY = 0x07_00;
    private static final int SAGS = 0x20_00;
    private static final int SWELLS = 0x24_00;

    private final Slot[] slots = {new Slot(), new Slot(), new Slot()};
    private boolean hasVoltageEvents;

    /** Forgets everything, for another telegram. */
    void reset() {
        hasVoltageEvents = false;
        for (Slot slot : slots) {
            slot.reset();
        }
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        int c = Obis.c(code);
        if (code >>> 24 != A_B || c <= 20 || c >= 80) {
            return false;
        }
        int phase = c < 40 ? 0 : c < 60 ? 1 : 2;
        int quantity = c - 20 * (phase + 1);
        Slot slot = slots[phase];
        int what = code & 0xFFFF;
        if (what == MOMENTARY) {
            return slot.readMomentary(quantity, values);
        }
        if (quantity != 12 || (what != SAGS && what != SWELLS)) {
            return false;
        }
        hasVoltageEvents = true;
        if (what == SAGS) {
            slot.sags = values.count();
        } else {
            slot.swells = values.count();
        }
        return true;
    }

    List<Phase> phases() {
        Phase first = slots[0].phase(1);
        Phase second = slots[1].phase(2);
        Phase third = slots[2].phase(3);
        if (first != null && second != null && third != null) {
            return List.of(first, second, third);
        }
        if (first != null && second == null && third == null) {
            return List.of(first);
        }
        List<Phase> some = new ArrayList<>(slots.length);
        for (Phase phase : new Phase[] {first, second, third}) {
            if (phase != null) {
                some.add(phase);
            }
        }
        return List.copyOf(some);
    }

    List<VoltageEvents> voltageEvents() {
        if (!hasVoltageEvents) {
            return List.of();
        }
        List<VoltageEvents> events = new ArrayList<>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            Slot s = slots[i];
            if (s.sags != Unsaid.INT || s.swells != Unsaid.INT) {
                events.add(new VoltageEvents(i + 1, Unsaid.orNull(s.sags), Unsaid.orNull(s.swells)));
            }
        }
        return events;
    }

    private static final class Slot {
        private int voltageDeciV;
        private int currentCentiA;
        private int importW;
        private int exportW;
        private int sags;
        private int swells;

        void reset() {
            voltageDeciV = Unsaid.INT;
            currentCentiA = Unsaid.INT;
            importW = Unsaid.INT;
            exportW = Unsaid.INT;
            sags = Unsaid.INT;
            swells = Unsaid.INT;
        }

        boolean readMomentary(int quantity, ValueReader values) {
            switch (quantity) {
                case 1 -> importW = values.powerW();
                case 2 -> exportW = values.powerW();
                case 11 -> currentCentiA = values.centiA();
                case 12 -> voltageDeciV = values.deciV();
                default -> {
                    return false;
                }
            }
            return true;
        }

        /** Null when nothing was said of it. */
        Phase phase(int number) {
            boolean said = voltageDeciV != Unsaid.INT
                    || currentCentiA != Unsaid.INT
                    || importW != Unsaid.INT
                    || exportW != Unsaid.INT;
            return said
                    ? new Phase(
                            number,
                            Unsaid.orNull(voltageDeciV),
                            Unsaid.orNull(currentCentiA),
                            Unsaid.orNull(SignedPowers.importW(importW, exportW)),
                            Unsaid.orNull(SignedPowers.exportW(importW, exportW)))
                    : null;
        }
    }
}
