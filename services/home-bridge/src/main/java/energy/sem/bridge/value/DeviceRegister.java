package energy.sem.bridge.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;
import energy.sem.bridge.homeassistant.Slugs;
import energy.sem.event.MBusReading;

/** What a device behind the meter has counted, by its kind: the topic {@code sem/<meter>/registers/<serial>}. */
enum DeviceRegister {
    GAS(MBusReading.Kind.GAS, "gas", "Gas", "m3", Quantity.GAS),
    WATER(MBusReading.Kind.WATER, "water", "Water", "m3", Quantity.WATER),
    HEAT(MBusReading.Kind.HEAT, "heat", "Heat", "gj", Quantity.HEAT),
    SUBMETER(MBusReading.Kind.ELECTRICITY, "submeter", "Energy", "kwh", Quantity.ENERGY);

    /** What the topics of devices begin with. */
    static final String TOPICS = MeterRegisters.TOPIC + "/";

    private final MBusReading.Kind kind;
    private final String word;
    private final String label;
    private final String field;
    private final Quantity quantity;

    DeviceRegister(MBusReading.Kind kind, String word, String label, String field, Quantity quantity) {
        this.kind = kind;
        this.word = word;
        this.label = label;
        this.field = field;
        this.quantity = quantity;
    }

    /** The one of a kind; empty for a kind that counts nothing that SEM knows. */
    static Optional<DeviceRegister> of(MBusReading.Kind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind).findFirst();
    }

    /** The one of a word. */
    static Optional<DeviceRegister> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** {@code gas}, {@code water}, {@code heat} or {@code submeter}, as in history's answers. */
    String word() {
        return word;
    }

    /** The name of its unit in history's answers: {@code m3}, {@code gj}, {@code kwh}. */
    String field() {
        return field;
    }

    /** What it shows, or null. */
    BigDecimal value(MBusReading reading) {
        return Decimals.thousandths(
                switch (this) {
                    case GAS, WATER -> reading.volumeLitre();
                    case HEAT -> reading.heatMj();
                    case SUBMETER -> reading.energyWh();
                });
    }

    /** The topic of one device, below the meter's. */
    static String topic(String serial) {
        return TOPICS + Slugs.of(serial);
    }

    /** How Home Assistant shows the device of this serial number. */
    Entity entity(String serial) {
        return Entity.counted(word, label, topic(serial), field, quantity);
    }
}
