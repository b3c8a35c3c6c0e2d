package energy.sem.cli.up;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Contracts of a simulated household, so that a demo shows costs: as history's settings (docs/costs.md). The prices are
 * invented, of the size that a Belgian household paid in 2026, and the contracts' names say so. A contract of the user's own
 * keeps all of them away: two that overlap would be nobody's bill.
 */
final class InventedPrices {
    private static final String PREFIX = "SEM_CONTRACTS_";

    /** Names a file of contracts. */
    private static final String FILE = "SEM_BILL_CONTRACTS";

    /** Long before any history that is simulated. */
    private static final String FROM = "2015-01-01";

    private InventedPrices() {}

    /**
     * The settings.
     *
     * @param given the names in this process' environment, which history gets too
     */
    static Map<String, String> unlessGiven(Set<String> given) {
        if (given.stream().anyMatch(name -> name.startsWith(PREFIX) || name.equals(FILE))) {
            return Map.of();
        }
        Map<String, String> settings = new TreeMap<>();
        contract(
                settings,
                "INVENTED",
                Map.of(
                        "IMPORT_T1_KWH", "0.2890",
                        "IMPORT_T2_KWH", "0.2410",
                        "EXPORT_KWH", "0.0350",
                        "CAPACITY_KW_YEAR", "52.00",
                        "YEAR", "75.00"));
        contract(settings, "INVENTEDGAS", Map.of("UTILITY", "gas", "M3", "0.86", "MONTH", "5.00"));
        contract(settings, "INVENTEDWATER", Map.of("UTILITY", "water", "M3", "5.20", "YEAR", "50.00"));
        return Map.copyOf(settings);
    }

    private static void contract(Map<String, String> settings, String name, Map<String, String> prices) {
        settings.put(PREFIX + name + "_FROM", FROM);
        prices.forEach((price, value) -> settings.put(PREFIX + name + "_" + price, value));
    }
}
