package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/** Gathers the objects about devices on the M-Bus, {@code 0-n:} with the channel n from 1 to 9. */
final class MbusObjects {

    private static final int CHANNELS = 10;

    private MbusSlot[] slots;

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        int channel = Obis.b(code);
        if (Obis.a(code) != 0 || channel == 0 || channel >= CHANNELS) {
            return false;
        }
        if (slots == null) {
            slots = new MbusSlot[CHANNELS];
        }
        MbusSlot slot = slots[channel] != null ? slots[channel] : new MbusSlot(channel);
        boolean mine = slot.read(Obis.withoutAB(code), values);
        if (mine) {
            slots[channel] = slot;
        }
        return mine;
    }

    void addOtherIdentifiers(List<UnknownObject> others) {
        if (slots != null) {
            for (MbusSlot slot : slots) {
                if (slot != null) {
                    slot.addOtherIdentifiers(others);
                }
            }
        }
    }

    List<MbusDevice> devices() {
        if (slots == null) {
            return List.of();
        }
        List<MbusDevice> devices = new ArrayList<>(4);
        for (MbusSlot slot : slots) {
            if (slot != null) {
                devices.add(slot.device());
            }
        }
        return devices;
    }
}
