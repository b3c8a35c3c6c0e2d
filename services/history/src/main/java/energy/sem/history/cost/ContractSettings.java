package energy.sem.history.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The settings {@code sem.contracts.<name>.…}; docs/settings.md says what each means. Prices in euro. */
@ConfigMapping(prefix = "sem.contracts")
public interface ContractSettings {

    /** By the name of the contract. */
    @WithParentName
    Map<String, Entry> contracts();

    /** One contract. */
    interface Entry {
        /** The first day that it holds, until the next one of the same utility and meter begins. */
        LocalDate from();

        /** The meter it is for; every meter when absent. */
        Optional<String> meter();

        /** What it is for. */
        @WithDefault("electricity")
        Utility utility();

        /** Price of a kWh from the grid in whatever has no price of its own. */
        Optional<BigDecimal> importKwh();

        /** Price of a kWh from the grid in tariff 1. */
        Optional<BigDecimal> importT1Kwh();

        /** Price of a kWh from the grid in tariff 2. */
        Optional<BigDecimal> importT2Kwh();

        /** What a kWh to the grid brings in whatever has no price of its own. */
        Optional<BigDecimal> exportKwh();

        /** What a kWh to the grid brings in tariff 1. */
        Optional<BigDecimal> exportT1Kwh();

        /** What a kWh to the grid brings in tariff 2. */
        Optional<BigDecimal> exportT2Kwh();

        /** Price of a kW of the billing peak for a year. */
        Optional<BigDecimal> capacityKwYear();

        /** Price of a m3 of gas or water. */
        Optional<BigDecimal> m3();

        /** Fixed fee a month. */
        Optional<BigDecimal> month();

        /** Fixed fee a year. */
        Optional<BigDecimal> year();
    }
}
