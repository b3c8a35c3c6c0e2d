package energy.sem.history.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a utility costs from a day on, in euro. A price that is {@code null} is not part of the contract.
 *
 * <p>A contract whose price changes every quarter hour (a dynamic one) will be a second kind of contract: where prices
 * change is asked of {@link Costing#changes}, which then names every quarter hour, and the flow between two changes is
 * multiplied with the price that holds there.
 *
 * @param name for people
 * @param utility what it is for
 * @param meter the meter it is for, or {@code null} for every meter
 * @param from its first day, in the household's zone
 * @param importT1 of a kWh from the grid in tariff 1
 * @param importT2 of a kWh from the grid in tariff 2
 * @param importPlain of a kWh from the grid that neither tariff 1 nor 2 counts
 * @param exportT1 what a kWh to the grid brings in tariff 1
 * @param exportT2 what a kWh to the grid brings in tariff 2
 * @param exportPlain what a kWh to the grid brings that neither tariff 1 nor 2 counts
 * @param capacityKwYear of a kW of the billing peak for a year
 * @param m3 of a m3
 * @param month fixed fee a month
 * @param year fixed fee a year
 */
public record Contract(
        String name,
        Utility utility,
        String meter,
        LocalDate from,
        BigDecimal importT1,
        BigDecimal importT2,
        BigDecimal importPlain,
        BigDecimal exportT1,
        BigDecimal exportT2,
        BigDecimal exportPlain,
        BigDecimal capacityKwYear,
        BigDecimal m3,
        BigDecimal month,
        BigDecimal year) {

    /** The contract that settings say. */
    static Contract of(String name, ContractSettings.Entry settings) {
        BigDecimal imports = settings.importKwh().orElse(null);
        BigDecimal exports = settings.exportKwh().orElse(null);
        return new Contract(
                name,
                settings.utility(),
                settings.meter().orElse(null),
                settings.from(),
                settings.importT1Kwh().orElse(imports),
                settings.importT2Kwh().orElse(imports),
                imports,
                settings.exportT1Kwh().orElse(exports),
                settings.exportT2Kwh().orElse(exports),
                exports,
                settings.capacityKwYear().orElse(null),
                settings.m3().orElse(null),
                settings.month().orElse(null),
                settings.year().orElse(null));
    }

    /** Whether it says what a kWh to the grid brings: without any such price it brings nothing. */
    public boolean pricesExport() {
        return exportT1 != null || exportT2 != null || exportPlain != null;
    }

    boolean isFor(String anyMeter) {
        return meter == null || meter.equals(anyMeter);
    }
}
