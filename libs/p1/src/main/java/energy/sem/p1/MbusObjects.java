package energy.sem.p1;

import java.util.List;
import java.util.function.Consumer;

/** Gathers the objects about devices on the M-Bus, {@code 0-n:} with the channel n from 1 to 9. */
final class MbusObjects {

    private static final int CHANNELS = 10;

    private final MbusSlot[] slots = new MbusSlot[CHANNELS];
    private int count;

    /** Forgets everything, for another telegram. */
    void reset() {
        count = 0;
        for (MbusSlot slot : slots) {
            if (slot != null && slot.used) {
                slot.reset();
            }
        }
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        int channel = Obis.b(code);
        if (Obis.a(code) != 0 || channel == 0 || channel >= CHANNELS) {
            return false;
        }
        if (slots[channel] == null) {
            slots[channel] = new MbusSlot(channel);
        }
        MbusSlot slot = slots[channel];
        boolean mine = slot.read(Obis.withoutAB(code), values);
        if (mine && !slot.used) {
            slot.used = true;
            count++;
        }
        return mine;
    }

    /** Hands over the identifiers that no device's serial is, so that they are not lost. */
    void otherIdentifiers(ByteCursor cursor, Consumer<UnknownObject> kept) {
        for (MbusSlot slot : slots) {
            if (slot != null && slot.used) {
                slot.otherIdentifiers(cursor, kept);
            }
        }
    }

    List<MbusDevice> devices() {
        MbusDevice[] devices = new MbusDevice[count];
        int at = 0;
        for (MbusSlot slot : slots) {
            if (slot != null && slot.used) {
                devices[at++] = slot.device();
            }
        }
        return List.of(devices);
    }
}
