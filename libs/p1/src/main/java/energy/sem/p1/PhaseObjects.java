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
            slot.voltageDeciV = null;
            slot.currentCentiA = null;
            slot.importW = null;
            slot.exportW = null;
            slot.sags = null;
            slot.swells = null;
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
        switch (code & 0xFFFF) {
            case MOMENTARY -> {
                switch (quantity) {
                    case 1 -> slot.importW = values.powerW();
                    case 2 -> slot.exportW = values.powerW();
                    case 11 -> slot.currentCentiA = values.centiA();
                    case 12 -> slot.voltageDeciV = values.deciV();
                    default -> {
                        return false;
                    }
                }
            }
            case SAGS -> {
                if (quantity != 12) {
                    return false;
                }
                slot.sags = values.count();
                hasVoltageEvents = true;
            }
            case SWELLS -> {
                if (quantity != 12) {
                    return false;
                }
                slot.swells = values.count();
                hasVoltageEvents = true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    List<Phase> phases() {
        Phase[] phases = new Phase[slots.length];
        int count = 0;
        for (int i = 0; i < slots.length; i++) {
            Slot s = slots[i];
            if (s.voltageDeciV != null || s.currentCentiA != null || s.importW != null || s.exportW != null) {
                phases[count++] = new Phase(i + 1, s.voltageDeciV, s.currentCentiA, s.importW, s.exportW);
            }
        }
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(phases[0]);
            case 2 -> List.of(phases[0], phases[1]);
            default -> List.of(phases[0], phases[1], phases[2]);
        };
    }

    List<VoltageEvents> voltageEvents() {
        if (!hasVoltageEvents) {
            return List.of();
        }
        List<VoltageEvents> events = new ArrayList<>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            Slot s = slots[i];
            if (s.sags != null || s.swells != null) {
                events.add(new VoltageEvents(i + 1, s.sags, s.swells));
            }
        }
        return events;
    }

    private static final class Slot {
        private Integer voltageDeciV;
        private Integer currentCentiA;
        private Integer importW;
        private Integer exportW;
        private Integer sags;
        private Integer swells;
    }
}
