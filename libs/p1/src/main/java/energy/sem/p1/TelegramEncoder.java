package energy.sem.p1;

import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * Writes telegrams as a meter sends them, with CR LF and checksum. Stateless and thread-safe.
 *
 * <p>Numbers have the widths of the telegram's dialect (P1-502 6.4, e-MUCS 1.7), and more digits where a value needs
 * them. Decoding what was written gives an equal telegram, as long as its dialect fits its version, its unknown
 * objects are unknown and no power is negative; whether it was repaired and its warnings are not written. A telegram whose CRC is
 * {@link CrcState#ABSENT} is written without one.
 */
public final class TelegramEncoder {

    private static final int SUMMER_FROM_LABEL = 4;
    private static final int SUMMER_TO_LABEL = 10;

    private TelegramEncoder() {}

    /**
     * The telegram's bytes, from {@code /} to the line end behind the checksum.
     *
     * @throws IllegalArgumentException when a text has characters, or a time a year, that a telegram cannot carry
     */
    public static byte[] encode(Telegram t) {
        TelegramWriter out = new TelegramWriter();
        out.header(t.identification());
        boolean belgian = t.dialect().isBelgian();
        if (t.version() != null) {
            out.code(belgian ? "0-0:96.1.4" : "1-3:0.2.8").group(t.version()).end();
        }
        if (t.serial() != null) {
            out.code(t.dialect() == Dialect.LUXEMBOURG ? "0-0:42.0.0" : "0-0:96.1.1")
                    .octets(t.serial())
                    .end();
        }
        if (t.ean() != null) {
            out.code("0-0:96.1.2").octets(t.ean()).end();
        }
        if (t.at() != null) {
            out.code("0-0:1.0.0").time(t.at()).end();
        }
        registers(out, t);
        peaks(out, t);
        if (t.tariff() != null) {
            out.code("0-0:96.14.0").padded(t.tariff(), 4).end();
        }
        powers(out, t);
        connection(out, t.connection());
        quality(out, t.quality());
        if (t.messageCode() != null) {
            out.code("0-0:96.13.1").octets(t.messageCode()).end();
        }
        if (t.message() != null) {
            out.code("0-0:96.13.0").octets(t.message()).end();
        }
        for (MbusDevice device : t.devices()) {
            device(out, device, belgian, t.dialect());
        }
        for (UnknownObject other : t.others()) {
            out.code(other.code());
            other.groups().forEach(out::group);
            out.end();
        }
        return out.finish(t.crc() != CrcState.ABSENT);
    }

    /** Each direction's total and tariffs, then what has no tariffs. */
    private static void registers(TelegramWriter out, Telegram t) {
        boolean wattHours = t.dialect() == Dialect.AUSTRIA;
        for (Direction direction : Direction.values()) {
            register(out, Register.total(direction), t.registers(), wattHours);
            for (Register tariff : Register.tariffs(direction)) {
                register(out, tariff, t.registers(), wattHours);
            }
        }
        for (Register register : Register.ofElectricityMeter()) {
            if (register.unit() != RegisterUnit.WH) {
                register(out, register, t.registers(), wattHours);
            }
        }
    }

    private static void register(TelegramWriter out, Register register, RegisterValues values, boolean wattHours) {
        String unit = register.unit().symbol();
        Long value = values.get(register);
        if (value != null && wattHours) {
            out.code(register.obis())
                    .decimal(value, 9, 0, "*" + unit.substring(1))
                    .end();
        } else if (value != null) {
            out.code(register.obis()).decimal(value, 6, 3, "*" + unit).end();
        }
    }

    private static void peaks(TelegramWriter out, Telegram t) {
        kilowatts(out, "1-0:1.4.0", t.demandW());
        if (t.runningPeak() != null) {
            out.code("1-0:1.6.0").time(t.runningPeak().at());
            out.decimal(t.runningPeak().demandW(), 2, 3, "*kW").end();
        }
        if (t.monthPeaks().isEmpty()) {
            return;
        }
        out.code("0-0:98.1.0")
                .padded(t.monthPeaks().size(), 1)
                .group("1-0:1.6.0")
                .group("1-0:1.6.0");
        for (MonthPeak peak : t.monthPeaks()) {
            out.time(label(peak.month())).time(peak.at()).decimal(peak.demandW(), 2, 3, "*kW");
        }
        out.end();
    }

    /** 00:00 on the first of the following month, with the suffix of that day. */
    private static P1Time label(YearMonth month) {
        LocalDateTime label = month.plusMonths(1).atDay(1).atStartOfDay();
        boolean summer = label.getMonthValue() >= SUMMER_FROM_LABEL && label.getMonthValue() <= SUMMER_TO_LABEL;
        return P1Time.of(label, summer ? P1Time.Suffix.S : P1Time.Suffix.W);
    }

    private static void powers(TelegramWriter out, Telegram t) {
        boolean dsmr22 = t.dialect() == Dialect.DSMR_2_2;
        if (t.importW() != null && (dsmr22 || t.dialect() == Dialect.DSMR_3)) {
            out.code("1-0:1.7.0").decimal(t.importW(), dsmr22 ? 4 : 3, 3, "*kW").end();
        } else {
            kilowatts(out, "1-0:1.7.0", t.importW());
        }
        kilowatts(out, "1-0:2.7.0", t.exportW());
        for (Phase phase : t.phases()) {
            int c = 20 * phase.phase();
            kilowatts(out, "1-0:" + (c + 1) + ".7.0", phase.importW());
            kilowatts(out, "1-0:" + (c + 2) + ".7.0", phase.exportW());
            if (phase.voltageDeciV() != null) {
                out.code("1-0:" + (c + 12) + ".7.0")
                        .decimal(phase.voltageDeciV(), 3, 1, "*V")
                        .end();
            }
            if (phase.currentCentiA() != null) {
                out.code("1-0:" + (c + 11) + ".7.0")
                        .decimal(phase.currentCentiA(), 3, 2, "*A")
                        .end();
            }
        }
    }

    private static void kilowatts(TelegramWriter out, String code, Integer w) {
        if (w != null) {
            out.code(code).decimal(w, 2, 3, "*kW").end();
        }
    }

    private static void connection(TelegramWriter out, Connection c) {
        if (c.grid() != null) {
            out.code("1-0:94.32.1").group(c.grid()).end();
        }
        switchState(out, "0-0:96.3.10", c.breaker());
        for (Relay relay : c.relays()) {
            switchState(out, "0-" + relay.number() + ":96.3.10", relay.state());
        }
        kilowatts(out, "0-0:17.0.0", c.limiterW());
        if (c.limiterVa() != null) {
            out.code("0-0:17.0.0").decimal(c.limiterVa(), 3, 3, "*kVA").end();
        }
        if (c.fuseCentiA() != null) {
            out.code("1-0:31.4.0").decimal(c.fuseCentiA(), 3, 2, "*A").end();
        }
    }

    private static void switchState(TelegramWriter out, String code, SwitchState state) {
        if (state != null) {
            out.code(code).padded(state.digit(), 1).end();
        }
    }

    private static void quality(TelegramWriter out, PowerQuality q) {
        count(out, "0-0:96.7.21", q.failures());
        count(out, "0-0:96.7.9", q.longFailures());
        if (!q.log().isEmpty()) {
            out.code("1-0:99.97.0").padded(q.log().size(), 1).group("0-0:96.7.19");
            for (PowerFailure failure : q.log()) {
                out.time(failure.end()).decimal(failure.seconds(), 10, 0, "*s");
            }
            out.end();
        }
        for (VoltageEvents events : q.voltage()) {
            count(out, "1-0:" + (20 * events.phase() + 12) + ".32.0", events.sags());
            count(out, "1-0:" + (20 * events.phase() + 12) + ".36.0", events.swells());
        }
    }

    private static void count(TelegramWriter out, String code, Integer count) {
        if (count != null) {
            out.code(code).padded(count, 5).end();
        }
    }

    private static void device(TelegramWriter out, MbusDevice d, boolean belgian, Dialect dialect) {
        String channel = "0-" + d.channel() + ":";
        if (d.type() != null) {
            out.code(channel + "24.1.0").padded(d.type(), 3).end();
        }
        if (d.serial() != null) {
            out.code(channel + (belgian ? "96.1.1" : "96.1.0"))
                    .octets(d.serial())
                    .end();
        }
        if (d.ean() != null) {
            out.code(channel + "96.1.2").octets(d.ean()).end();
        }
        switchState(out, channel + "24.4.0", d.valve());
        boolean old = dialect == Dialect.DSMR_2_2 || dialect == Dialect.DSMR_3;
        String unit = d.heatMj() != null ? "GJ" : d.energyWh() != null ? "kWh" : "m3";
        Long thousandths = d.heatMj() != null ? d.heatMj() : d.energyWh() != null ? d.energyWh() : d.volumeLitre();
        if (thousandths == null) {
            if (d.type() != null) {
                out.code(channel + "24.2.1").time(null).decimal(0, 5, 3, "").end();
            }
        } else if (old) {
            out.code(channel + "24.3.0").time(d.at()).group("00").group("60").group("1");
            out.group(channel + "24.2.1").group(unit).newLine();
            out.decimal(thousandths, 5, 3, "").end();
        } else {
            out.code(channel + (d.temperatureCorrected() ? "24.2.1" : "24.2.3"));
            if (d.at() != null) {
                out.time(d.at());
            }
            out.decimal(thousandths, 5, 3, "*" + unit).end();
        }
    }
}
