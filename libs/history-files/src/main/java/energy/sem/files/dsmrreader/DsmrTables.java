package energy.sem.files.dsmrreader;

import java.time.Instant;
import java.time.LocalDate;

import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.OffsetTimes;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** The tables of DSMR-reader and what their columns mean (dsmr-reader 5.11). */
final class DsmrTables {
    static final String READING = "dsmr_datalogger_dsmrreading";
    static final String ELECTRICITY = "dsmr_consumption_electricityconsumption";
    static final String GAS = "dsmr_consumption_gasconsumption";
    static final String HOUR = "dsmr_stats_hourstatistics";
    static final String DAY = "dsmr_stats_daystatistics";

    /** Tariff 1 and 2 from the grid, 1 and 2 to it, as the meter numbers them. */
    private static final Register[] REGISTERS = {
        Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH
    };

    private static final String[] OF_READING = {
        "electricity_delivered_1", "electricity_delivered_2", "electricity_returned_1", "electricity_returned_2"
    };
    private static final String[] OF_CONSUMPTION = {"delivered_1", "delivered_2", "returned_1", "returned_2"};
    private static final String[] OF_DAY = {
        "electricity1_reading", "electricity2_reading", "electricity1_returned_reading", "electricity2_returned_reading"
    };
    private static final String[] OF_STATISTICS = {
        "electricity1", "electricity2", "electricity1_returned", "electricity2_returned"
    };

    private DsmrTables() {}

    static Instant instant(DsmrRow row, String column) throws RowException {
        return OffsetTimes.instant(row.get(column), row.assumedOffset(), column);
    }

    static LocalDate day(DsmrRow row) throws RowException {
        return WallTimes.date(row.get("day"), "day");
    }

    static RegisterValues reading(DsmrRow row) throws RowException {
        return registers(row, OF_READING);
    }

    static RegisterValues consumption(DsmrRow row) throws RowException {
        return registers(row, OF_CONSUMPTION);
    }

    static RegisterValues dayReading(DsmrRow row) throws RowException {
        return registers(row, OF_DAY);
    }

    /** What an hour or a day used: no registers, but by register. */
    static RegisterValues statistics(DsmrRow row) throws RowException {
        RegisterValues.Builder values = RegisterValues.builder();
        for (int i = 0; i < REGISTERS.length; i++) {
            String value = row.find(OF_STATISTICS[i]);
            if (value != null) {
                values.set(REGISTERS[i], Decimals.amount(value, 3, OF_STATISTICS[i]));
            }
        }
        String gas = row.find("gas");
        if (gas != null) {
            values.set(Register.VOLUME_L, Decimals.amount(gas, 3, "gas"));
        }
        return values.build();
    }

    static RegisterValues gas(DsmrRow row, String column) throws RowException {
        String value = row.find(column);
        return value == null
                ? RegisterValues.NONE
                : RegisterValues.of(Register.VOLUME_L, Decimals.register(value, 3, column));
    }

    private static RegisterValues registers(DsmrRow row, String... columns) throws RowException {
        RegisterValues.Builder values = RegisterValues.builder();
        for (int i = 0; i < REGISTERS.length; i++) {
            String value = row.find(columns[i]);
            if (value != null) {
                values.set(REGISTERS[i], Decimals.register(value, 3, columns[i]));
            }
        }
        return values.build();
    }
}
