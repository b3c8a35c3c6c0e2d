package energy.sem.ingest.reading;

import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** INSERT IGNORE in bulk, and what becomes of its warnings. */
@IngestTest
class RawReadingsTest {
    private final long now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    RawReadings readings;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void of_two_readings_at_one_time_the_first_to_arrive_stays() {
        insert(900_001, List.of(reading(now, 2300), reading(now, 2400)));
        insert(900_001, List.of(reading(now, 2500)));

        assertThat(Tables.rows("SELECT voltage_l1_dv FROM reading WHERE device_id = 900001"))
                .containsExactly(List.of("2300"));
    }

    @Test
    void a_value_that_is_cut_is_found_behind_more_duplicates_than_a_server_shows_by_itself() {
        List<ElectricityReading> many = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            many.add(reading(now + i, 2300));
        }
        insert(900_002, many);
        many.add(reading(now + 900, 2300, 9_000_000));

        assertThatThrownBy(() -> insert(900_002, many)).hasRootCauseInstanceOf(SQLDataException.class);

        assertThat(Tables.number("SELECT COUNT(*) FROM reading WHERE device_id = 900002"))
                .as("the transaction is rolled back")
                .isEqualTo(900);
    }

    @Test
    void a_voltage_behind_a_transformer_has_room() {
        insert(900_004, List.of(reading(now, 100_000, 231), reading(now + 1, 8_388_607, 231)));

        assertThat(Tables.lines("SELECT voltage_l1_dv, current_l1_ca FROM reading WHERE device_id = 900004"))
                .containsExactly("100000 231", "8388607 231");
    }

    @Test
    void a_reading_after_the_last_partition_is_no_fault_of_the_reading() {
        long until = Tables.number("SELECT raw_until FROM raw_window");

        assertThatThrownBy(() -> insert(900_003, List.of(reading(until, 2300))))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo("HY000"));
    }

    private void insert(int deviceId, List<ElectricityReading> rows) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                readings.insertElectricity(connection, new TreeMap<>(Map.of(deviceId, rows)));
            }
            return null;
        });
    }

    private static ElectricityReading reading(long atMilli, int voltageDeciV) {
        return reading(atMilli, voltageDeciV, null);
    }

    private static ElectricityReading reading(long atMilli, int voltageDeciV, Integer currentCentiA) {
        Electricity values = new Electricity(
                "1SEM",
                1,
                RegisterValues.of(Register.IMPORT_T1_WH, 1),
                null,
                null,
                null,
                List.of(new Phase(1, voltageDeciV, currentCentiA, null, null)));
        return new ElectricityReading(atMilli, values, null, null);
    }
}
