package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static energy.sem.history.answer.Decimal.thousandths;

/** Registers as fields of an answer, {@code importKwh} and so on: one for each register that is known. */
public final class RegisterFields {

    /** Fields by their names; the total of a direction before its tariffs. */
    public static Map<String, BigDecimal> of(RegisterValues values) {
        Map<String, BigDecimal> fields = new LinkedHashMap<>();
        for (boolean totals : new boolean[] {true, false}) {
            for (Register register : Register.ofElectricityMeter()) {
                if (register.isTotal() == totals && values.has(register)) {
                    fields.put(register.answerName(), thousandths(values.get(register)));
                }
            }
        }
        return fields;
    }

    private RegisterFields() {}
}
