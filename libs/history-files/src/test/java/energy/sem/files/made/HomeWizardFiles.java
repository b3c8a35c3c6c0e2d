package energy.sem.files.made;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import energy.sem.p1.Register;

/** HomeWizard's exports: registers each quarter hour at a wall time. */
public final class HomeWizardFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private HomeWizardFiles() {}

    /** The P1 meter's file, with the highest powers in three columns that are not registers. */
    public static String electricity(Household household) {
        StringBuilder text = new StringBuilder(
                "time,Import T1 kWh,Import T2 kWh,Export T1 kWh,Export T2 kWh,L1 max W,L2 max W,L3 max W\n");
        for (int q = 0; q <= household.quarters(); q++) {
            text.append(TIME.format(household.edge(q).atZone(household.zone())));
            for (Register register : List.of(
                    Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH)) {
                text.append(',').append(q % 40 == 5 ? "" : Household.decimal(household.at(register, q), '.'));
            }
            text.append(",512,0,0\n");
        }
        return text.toString();
    }

    /** The gas meter's file. */
    public static String gas(Household household) {
        StringBuilder text = new StringBuilder("time,Total gas used\n");
        for (int q = 0; q <= household.quarters(); q++) {
            text.append(TIME.format(household.edge(q).atZone(household.zone())))
                    .append(',')
                    .append(Household.decimal(household.at(Register.VOLUME_L, q), '.'))
                    .append('\n');
        }
        return text.toString();
    }
}
