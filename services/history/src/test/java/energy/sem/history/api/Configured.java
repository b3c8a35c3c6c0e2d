package energy.sem.history.api;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A history with two read keys and two contracts. */
public final class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sem.read-keys", "one,two",
                "sem.meters.wired.connection", "1x63A",
                "sem.contracts.old.from", "2020-01-01",
                "sem.contracts.old.import-kwh", "0.30",
                "sem.contracts.old.export-kwh", "0.05",
                "sem.contracts.old.capacity-kw-year", "50",
                "sem.contracts.gas.from", "2020-01-01",
                "sem.contracts.gas.utility", "gas",
                "sem.contracts.gas.m3", "1.05");
    }
}
