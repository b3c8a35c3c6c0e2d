package energy.sem.bridge.value;

import java.util.ArrayList;
import java.util.List;

import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;
import energy.sem.event.Electricity;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterUnit;

/**
 * What the electricity meter has counted: the topic {@code sem/<meter>/registers}, made from {@link Register}. The total of a
 * direction is the meter's own, or without one the sum over its tariffs.
 */
final class MeterRegisters {
    static final String TOPIC = "registers";

    static final List<Value<Electricity>> ALL = all();

    private MeterRegisters() {}

    private static List<Value<Electricity>> all() {
        List<Value<Electricity>> all = new ArrayList<>();
        for (Register register : Register.ofElectricityMeter()) {
            all.add(new Value<>(entity(register), electricity -> Decimals.thousandths(value(electricity, register))));
        }
        return List.copyOf(all);
    }

    private static Long value(Electricity electricity, Register register) {
        return register.isTotal()
                ? electricity.registers().total(register.direction())
                : electricity.registers().get(register);
    }

    private static Entity entity(Register register) {
        String header = register.csvHeader();
        String label = register.isTotal()
                ? register.direction() == Direction.IMPORT ? "energy from the grid" : "energy to the grid"
                : register.label();
        return Entity.counted(
                header.substring(0, header.lastIndexOf('_')),
                Character.toUpperCase(label.charAt(0)) + label.substring(1),
                TOPIC,
                register.answerName(),
                register.unit() == RegisterUnit.WH ? Quantity.ENERGY : Quantity.REACTIVE_ENERGY);
    }
}
