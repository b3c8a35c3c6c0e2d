package energy.sem.gateway.intake;

import java.util.List;
import java.util.Locale;

import energy.sem.p1.MbusDevice;
import energy.sem.p1.Telegram;

/** Gives a telegram the serial numbers that it leaves out, since a device's identity is its serial number. Pure. */
final class Serials {

    /**
     * The same telegram with every serial number there.
     *
     * @param serial for an electricity meter without one; its M-Bus devices without one get it with kind and channel
     */
    static Telegram completed(Telegram telegram, String serial) {
        boolean devicesToo = telegram.devices().stream().anyMatch(device -> device.serial() == null);
        if (telegram.serial() != null && !devicesToo) {
            return telegram;
        }
        String own = telegram.serial() == null ? serial : telegram.serial();
        List<MbusDevice> devices = telegram.devices().stream()
                .map(device -> device.serial() == null ? named(device, own) : device)
                .toList();
        return telegram.toBuilder().serial(own).devices(devices).build();
    }

    private static MbusDevice named(MbusDevice d, String meterSerial) {
        String serial = meterSerial + "-" + d.kind().name().toLowerCase(Locale.ROOT) + d.channel();
        return new MbusDevice(
                d.channel(),
                d.type(),
                d.kind(),
                serial,
                d.ean(),
                d.at(),
                d.volumeLitre(),
                d.heatMj(),
                d.energyWh(),
                d.temperatureCorrected(),
                d.valve());
    }

    private Serials() {}
}
