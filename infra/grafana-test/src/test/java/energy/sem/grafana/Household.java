package energy.sem.grafana;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import energy.sem.local.test.TestServices;

/** Rows of one household, 400 days of quarter hours until now and an hour of raw readings, written as ingest may. */
final class Household {
    static final long DAYS = 400;

    private Household() {}

    static void store(TestServices services) throws SQLException {
        long nowQuarter = Instant.now().getEpochSecond() / 900;
        long firstQuarter = nowQuarter - DAYS * 96;
        long nowSecond = Instant.now().getEpochSecond();
        long dayMilli = ChronoUnit.DAYS.getDuration().toMillis();
        try (Connection connection = services.connect("sem_ingest");
                Statement sql = connection.createStatement()) {
            sql.execute("CALL move_raw_window(" + (nowSecond * 1000 - 14 * dayMilli) + ", "
                    + (nowSecond * 1000 + 2 * dayMilli) + ")");
            sql.execute("INSERT INTO meter (id, name, first_at) VALUES (1, 'home', " + firstQuarter * 900_000 + ")");
            sql.execute("INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES"
                    + " (1, 1, 'electricity', '1SEM0000000001', 0), (2, 1, 'gas', '7SEM0000000001', 0),"
                    + " (3, 1, 'water', '8SEM0000000001', 0)");
            sql.execute("INSERT INTO device_register VALUES (1, 'import_t1_wh', " + firstQuarter
                    + "), (1, 'import_t2_wh', "
                    + firstQuarter + "), (1, 'export_t2_wh', " + firstQuarter + "), (2, 'volume_l', " + firstQuarter
                    + "), (3, 'volume_l', " + firstQuarter + ")");
            // 100 Wh imported on tariff 1 and 10 Wh exported on tariff 2 a quarter hour; 50 l of gas, 3 l of water.
            sql.execute(
                    "INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh,"
                            + " first_import_t2_wh, last_import_t2_wh, first_export_t2_wh, last_export_t2_wh)"
                            + " SELECT 1, seq, seq * 900000, seq * 900000 + 899000, (seq - " + firstQuarter + ") * 100,"
                            + " (seq - " + firstQuarter + ") * 100 + 99, 5000, 5000, (seq - " + firstQuarter + ") * 10,"
                            + " (seq - " + firstQuarter + ") * 10 + 9 FROM seq_" + firstQuarter + "_to_" + nowQuarter);
            for (int device = 2; device <= 3; device++) {
                int litre = device == 2 ? 50 : 3;
                sql.execute(
                        "INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_volume_l, last_volume_l)"
                                + " SELECT " + device + ", seq, seq * 900000, seq * 900000 + 600000, (seq - "
                                + firstQuarter + ") * "
                                + litre + ", (seq - " + firstQuarter + ") * " + litre + " FROM seq_" + firstQuarter
                                + "_to_"
                                + nowQuarter);
            }
            sql.execute(
                    "INSERT INTO reading (device_id, at, import_t1_wh, import_t2_wh, export_t2_wh, tariff, import_w,"
                            + " export_w, voltage_l1_dv, current_l1_ca, import_l1_w, gas_l, water_l) SELECT 1, seq * 10000,"
                            + " 5000000 + seq, 5000, 10, 1, 4800, 0, 2341, 200, 4800, 70, 30 FROM seq_"
                            + (nowSecond - 3600) / 10 + "_to_" + nowSecond / 10);
            sql.execute("INSERT INTO electricity_day (device_id, day, peak_w, peak_quarter, covered_s)"
                    + " SELECT 1, DATE_SUB(CURDATE(), INTERVAL seq DAY), 3000 + seq, " + nowQuarter
                    + " - seq * 96, 86400 FROM seq_0_to_" + (DAYS - 1));
            sql.execute("INSERT INTO month_peak (device_id, month, running_w, running_at)"
                    + " SELECT 1, DATE_SUB(DATE_SUB(CURDATE(), INTERVAL DAYOFMONTH(CURDATE()) - 1 DAY), INTERVAL seq MONTH),"
                    + " 3000, " + nowSecond * 1000 + " FROM seq_0_to_12");
            sql.execute(
                    "INSERT INTO spot_price SELECT 'BE', seq, (seq * 7919) MOD 200 - 40.12345, 'invented', 0 FROM seq_"
                            + firstQuarter + "_to_" + (nowQuarter - 1));
            sql.execute("INSERT INTO quarantine (meter_id, serial, at, cause, detail, event) VALUES"
                    + " (1, '1SEM0000000001', " + (nowSecond - 60) * 1000 + ", 'implausible', 'a jump', '{}')");
        }
    }
}
