package energy.sem.bridge.local;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.bridge.history.api.AmountsJson;
import energy.sem.bridge.history.api.BucketJson;
import energy.sem.bridge.value.TwoTariffs;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;

/**
 * Rows as DSMR-reader's API v2 has them (its dsmr_api models): decimals are text with three digits, what is not known is null.
 * Its names: electricity1 is tariff 1, returned is to the grid. Pure.
 */
final class DsmrReaderRows {
    private static final BigDecimal QUARTERS_AN_HOUR = BigDecimal.valueOf(4);

    private final ZoneId zone;

    /** @param zone of times in answers */
    DsmrReaderRows(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code /consumption/electricity-live}; powers are whole watts. */
    Map<String, Object> electricityLive(TelegramEvent event) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("timestamp", time(event.at()));
        row.put("currently_delivered", event.electricity().importW());
        row.put("currently_returned", event.electricity().exportW());
        row.put("cost_per_hour", null);
        Integer tariff = event.electricity().tariff();
        row.put("tariff_name", tariff == null ? null : "Tariff " + tariff);
        return row;
    }

    /** {@code /consumption/gas-live}: what flowed between the last two readings of the gas meter; null before there are two. */
    Map<String, Object> gasLive(MBusReading newest, Long litresSince) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("timestamp", time(newest.at()));
        row.put("currently_delivered", litresSince == null ? null : text(BigDecimal.valueOf(litresSince, 3)));
        row.put("cost_per_interval", null);
        return row;
    }

    /** {@code /consumption/today}. */
    Map<String, Object> today(OffsetDateTime day, AmountsJson total) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("day", day.toLocalDate().toString());
        amounts(
                row,
                TwoTariffs.of(total.getImportT1Kwh(), total.getImportT2Kwh(), total.getImportKwh()),
                TwoTariffs.of(total.getExportT1Kwh(), total.getExportT2Kwh(), total.getExportKwh()),
                total.getGasM3());
        row.put("electricity_merged", text(total.getImportKwh()));
        row.put("electricity_returned_merged", text(total.getExportKwh()));
        costs(row, total.getCosts() == null ? null : total.getCosts().getTotal());
        return row;
    }

    /** {@code /statistics/day}. */
    Map<String, Object> day(BucketJson bucket) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("day", bucket.getFrom().toLocalDate().toString());
        amounts(row, bucket);
        costs(row, bucket.getCosts() == null ? null : bucket.getCosts().getTotal());
        for (String nobodyKnows : new String[] {
            "lowest_temperature",
            "highest_temperature",
            "average_temperature",
            "electricity_reading_timestamp",
            "electricity1_reading",
            "electricity2_reading",
            "electricity1_returned_reading",
            "electricity2_returned_reading",
            "gas_reading"
        }) {
            row.put(nobodyKnows, null);
        }
        return row;
    }

    /** {@code /statistics/hour}. */
    Map<String, Object> hour(BucketJson bucket) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("hour_start", time(bucket.getFrom()));
        amounts(row, bucket);
        return row;
    }

    /** {@code /consumption/quarter-hour-peak-electricity}: the mean power of a quarter hour, kW. */
    Map<String, Object> quarter(BucketJson bucket) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("read_at_start", time(bucket.getFrom()));
        row.put("read_at_end", time(bucket.getTo()));
        row.put("average_delivered", meanOfQuarter(bucket.getImportKwh()));
        return row;
    }

    /** The mean power, kW, of the energy of a quarter hour, kWh. */
    static String meanOfQuarter(BigDecimal energyKwh) {
        return energyKwh == null ? null : text(energyKwh.multiply(QUARTERS_AN_HOUR));
    }

    private static void amounts(Map<String, Object> row, BucketJson bucket) {
        amounts(
                row,
                TwoTariffs.of(bucket.getImportT1Kwh(), bucket.getImportT2Kwh(), bucket.getImportKwh()),
                TwoTariffs.of(bucket.getExportT1Kwh(), bucket.getExportT2Kwh(), bucket.getExportKwh()),
                bucket.getGasM3());
    }

    private static void amounts(Map<String, Object> row, TwoTariffs imported, TwoTariffs exported, BigDecimal gas) {
        row.put("electricity1", text(imported.first()));
        row.put("electricity2", text(imported.second()));
        row.put("electricity1_returned", text(exported.first()));
        row.put("electricity2_returned", text(exported.second()));
        row.put("gas", text(gas));
    }

    private static void costs(Map<String, Object> row, BigDecimal total) {
        row.put("electricity1_cost", null);
        row.put("electricity2_cost", null);
        row.put("gas_cost", null);
        row.put("fixed_cost", null);
        row.put(
                "total_cost",
                total == null ? null : total.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /** A time as it stands in answers. */
    String time(OffsetDateTime at) {
        return time(at.toInstant());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    /** A decimal as it stands in answers; null stays. */
    static String text(BigDecimal value) {
        return value == null ? null : value.setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
