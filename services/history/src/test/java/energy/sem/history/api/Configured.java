package energy.sem.history.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A history with two read keys, two contracts for every meter, one with day and night prices for some, and groups. */
public final class Configured implements QuarkusTestProfile {
    /** Meters whose contracts, named as they are, have prices for tariffs 1 and 2 only. */
    static final List<String> DAY_AND_NIGHT = List.of("nightprice", "pagenight");

    @Override
    public Map<String, String> getConfigOverrides() {
        TestRegistry.written();
        Map<String, String> settings = new HashMap<>(Map.of(
                "sem.read-keys", "one,two",
                "sem.bill.contracts", "src/test/resources/contracts.yaml",
                "sem.contracts.old.from", "2020-01-01",
                "sem.contracts.old.import-kwh", "0.30",
                "sem.contracts.old.export-kwh", "0.05",
                "sem.contracts.old.capacity-kw-year", "50",
                "sem.contracts.gas.from", "2020-01-01",
                "sem.contracts.gas.utility", "gas",
                "sem.contracts.gas.m3", "1.05"));
        settings.putAll(Map.of("sem.meters.wired.connection", "1x63A", "sem.meters.chosen.guard-target-w", "4000"));
        settings.putAll(Map.of(
                "sem.contracts.feeonly.meter", "feeonly",
                "sem.contracts.feeonly.from", "2021-01-01",
                "sem.contracts.feeonly.month", "5",
                "sem.contracts.feegas.meter", "feegas",
                "sem.contracts.feegas.from", "2021-01-01",
                "sem.contracts.feegas.utility", "gas",
                "sem.contracts.feegas.month", "5"));
        settings.putAll(Map.of(
                "sem.groups.street.members", "ganna,gbert,groof",
                "sem.groups.street.key", "fixed",
                "sem.groups.street.shares", "ganna:60,gbert:40",
                "sem.groups.court.members", "gbert, groof",
                "sem.groups.planned.members", "gnotyet",
                "sem.groups.pagegroup.members", "pgtakes,pgroof",
                "sem.groups.pagegroup.key", "optimal",
                "sem.groups.pagegroup.shares", "pgtakes:25.5,pgroof:74.5"));
        for (String meter : DAY_AND_NIGHT) {
            settings.put("sem.contracts." + meter + ".meter", meter);
            settings.put("sem.contracts." + meter + ".from", "2021-01-01");
            settings.put("sem.contracts." + meter + ".import-t1-kwh", "0.30");
            settings.put("sem.contracts." + meter + ".import-t2-kwh", "0.20");
        }
        return settings;
    }
}
