package energy.sem.p1;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Gathers the objects about devices on the M-Bus, {@code 0-n:} with the channel n from 1 to 9. */
final class MbusObjects {

    private static final int CHANNELS = 10;

    /** By channel, up to the highest one that was ever said. */
    private MbusSlot[] slots = {};

    private List<MbusDevice> before = List.of();

    /** Forgets everything, for another telegram. */
    void reset() {
        for (MbusSlot slot : slots) {
            if (slot.used) {
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
        if (channel >= slots.length) {
            addUpTo(channel);
        }
        MbusSlot slot = slots[channel];
        boolean mine = slot.read(Obis.withoutAB(code), values);
        slot.used |= mine;
        return mine;
    }

    private void addUpTo(int channel) {
        int count = slots.length;
        slots = Arrays.copyOf(slots, channel + 1);
        for (int i = count; i <= channel; i++) {
            slots[i] = new MbusSlot(i);
        }
    }

    /** Hands over, as written, what was read and is in no device, so that it is not lost. */
    void leftOver(ByteCursor cursor, Consumer<UnknownObject> kept) {
        for (MbusSlot slot : slots) {
            if (slot.used) {
                slot.leftOver(cursor, kept);
            }
        }
    }

    List<MbusDevice> devices() {
        int count = 0;
        for (MbusSlot slot : slots) {
            if (slot.isDevice()) {
                count++;
            }
        }
        if (count == 0) {
            return List.of();
        }
        boolean same = before.size() == count;
        int at = 0;
        MbusDevice[] devices = new MbusDevice[count];
        for (MbusSlot slot : slots) {
            if (slot.isDevice()) {
                devices[at] = slot.device();
                same = same && Objects.equals(devices[at], before.get(at));
                at++;
            }
        }
        before = same ? before : List.of(devices);
        return before;
    }
}
