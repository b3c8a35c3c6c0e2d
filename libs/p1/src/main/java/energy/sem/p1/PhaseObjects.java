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

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        int c = Obis.c(code);
        if (code >>> 24 != A_B || c <= 20 || c >= 80) {
            return false;
        }
        Slot slot = slots[c / 20 - 1];
        int quantity = c % 20;
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
            }
            case SWELLS -> {
                if (quantity != 12) {
                    return false;
                }
                slot.swells = values.count();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    List<Phase> phases() {
        List<Phase> phases = new ArrayList<>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            Slot s = slots[i];
            if (s.voltageDeciV != null || s.currentCentiA != null || s.importW != null || s.exportW != null) {
                phases.add(new Phase(i + 1, s.voltageDeciV, s.currentCentiA, s.importW, s.exportW));
            }
        }
        return phases;
    }

    List<VoltageEvents> voltageEvents() {
        List<VoltageEvents> events = new ArrayList<>(0);
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].sags != null || slots[i].swells != null) {
                events.add(new VoltageEvents(i + 1, slots[i].sags, slots[i].swells));
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
