package energy.sem.files.made;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import energy.sem.p1.Register;

/** What suppliers and grid companies in the Netherlands give: days in whole kWh, days with one decimal, hours with their use. */
public final class SupplierFiles {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
    private static final int WH_PER_KWH = 1000;
    private static final List<Register> REGISTERS =
            List.of(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH);

    private SupplierFiles() {}

    /** Greenchoice: whole kWh at the beginning of each day, newest first. */
    public static String greenchoice(Household household) {
        List<String> days = new ArrayList<>();
        for (Instant midnight : household.midnights()) {
            days.add(day(household, midnight) + ";" + household.at(Register.IMPORT_T2_WH, midnight) / WH_PER_KWH + ";"
                    + household.at(Register.IMPORT_T1_WH, midnight) / WH_PER_KWH + ";"
                    + household.at(Register.EXPORT_T2_WH, midnight) / WH_PER_KWH + ";"
                    + household.at(Register.EXPORT_T1_WH, midnight) / WH_PER_KWH);
        }
        Collections.reverse(days);
        return "OpnameDatum;StandNormaal;StandDal;TerugleveringNormaal;TerugleveringDal\n" + String.join("\n", days)
                + "\n";
    }

    /** Liander: one decimal at the beginning of each day; {@code reading1} to {@code reading4} are import 1, 2, export 1, 2. */
    public static String liander(Household household) {
        StringBuilder text = new StringBuilder(
                "eancodeasn,meternummer,meterreadingdate,reading1,usage1,reading2,usage2,reading3,usage3,reading4,usage4\n");
        for (Instant midnight : household.midnights()) {
            text.append("871600000000000000,E0SEM0000000001,").append(day(household, midnight));
            for (Register register : REGISTERS) {
                long tenths = household.at(register, midnight) / 100;
                text.append(',')
                        .append(tenths / 10)
                        .append('.')
                        .append(tenths % 10)
                        .append(",0");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** ENGIE: what was taken in each hour, in the tariff that ran then; nothing of what was given. */
    public static String engie(Household household) {
        StringBuilder text = new StringBuilder("\"Datum\",\"EAN\",\"Verbruik\",\"Type\",\"Piek\"\n");
        List<Instant> hours = household.hours();
        for (int h = 0; h + 1 < hours.size(); h++) {
            long low = used(household, Register.IMPORT_T1_WH, hours, h);
            long normal = used(household, Register.IMPORT_T2_WH, hours, h);
            String from =
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hours.get(h).atZone(household.zone()));
            text.append("\"%s\",\"871600000000000000\",\"%s\",\"Elektriciteit\",\"%s\"\n"
                    .formatted(from, Household.decimal(low + normal, '.'), low > 0 ? "Dal" : "Piek"));
            text.append("\"%s\",\"871600000000000001\",\"%s\",\"Gas\",\"\"\n"
                    .formatted(from, Household.decimal(used(household, Register.VOLUME_L, hours, h), '.')));
        }
        return text.toString();
    }

    private static long used(Household household, Register register, List<Instant> hours, int hour) {
        return household.at(register, hours.get(hour + 1)) - household.at(register, hours.get(hour));
    }

    private static String day(Household household, Instant midnight) {
        return DAY.format(midnight.atZone(household.zone()));
    }
}
