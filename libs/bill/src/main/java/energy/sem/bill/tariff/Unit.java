package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.document.Node;

/** What a price is written for, and what of it is paid. */
public enum Unit {
    EUR_KWH("EUR/kWh", Base.KWH, 0),
    CENT_KWH("c/kWh", Base.KWH, -2),
    EUR_MWH("EUR/MWh", Base.KWH, -3),
    EUR_M3("EUR/m3", Base.M3, 0),
    CENT_M3("c/m3", Base.M3, -2),
    EUR_KW_YEAR("EUR/kW/year", Base.KW_YEAR, 0),
    EUR_KVA_YEAR("EUR/kVA/year", Base.KVA_YEAR, 0),
    EUR_YEAR("EUR/year", Base.YEAR, 0),
    EUR_MONTH("EUR/month", Base.MONTH, 0),
    EUR_DAY("EUR/day", Base.DAY, 0),
    PERCENT("%", Base.LINES, 0);

    /** What a price is multiplied with in the end. */
    public enum Base {
        KWH,
        M3,
        KW_YEAR,
        KVA_YEAR,
        YEAR,
        MONTH,
        DAY,
        /** What other lines cost. */
        LINES;

        /** Whether time alone makes it grow. */
        public boolean isFee() {
            return this == KVA_YEAR || this == YEAR || this == MONTH || this == DAY;
        }
    }

    private final String written;
    private final Base base;
    private final int power;

    Unit(String written, Base base, int power) {
        this.written = written;
        this.base = base;
        this.power = power;
    }

    static Unit of(Node node) throws DocumentFault {
        String text = node.text();
        for (Unit each : values()) {
            if (each.written.equals(text)) {
                return each;
            }
        }
        throw node.fault("the unit \"" + Node.quoted(text) + "\" is none: use "
                + Arrays.stream(values()).map(Unit::written).collect(Collectors.joining(", ")));
    }

    /** As in a file. */
    public String written() {
        return written;
    }

    public Base base() {
        return base;
    }

    /** Euro a base unit as the number in this unit. */
    public BigDecimal number(BigDecimal euro) {
        return euro.scaleByPowerOfTen(-power);
    }

    /** A number in this unit as euro a base unit. */
    public BigDecimal euro(BigDecimal number) {
        return number.scaleByPowerOfTen(power);
    }
}
