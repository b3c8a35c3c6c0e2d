package energy.sem.ingest.past;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.RegisterAt;
import energy.sem.files.Trust;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

class FileRowsTest {
    private final FileRows rows = new FileRows(Instant.parse("2026-11-29T12:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {"1989-12-31T23:59:59Z", "2026-11-30T12:00:01Z", "2286-01-01T00:00:00Z", "+60000-01-01T00:00:00Z"
            })
    void a_row_of_another_time_than_a_meters_is_refused_with_its_line(String time) {
        rows.register(at(time));

        assertThat(rows.devices()).isEmpty();
        assertThat(rows.refused()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(7);
            assertThat(row.cause()).contains("before 1990 or after tomorrow");
        });
    }

    @Test
    void a_row_of_this_moment_is_taken() {
        rows.register(at("2026-11-29T12:00:00Z"));

        assertThat(rows.refusedRows()).isZero();
        assertThat(rows.devices()).hasSize(1);
    }

    private static RegisterAt at(String time) {
        return new RegisterAt(
                7,
                new FileDevice(FileDeviceKind.ELECTRICITY, "", 0),
                Register.IMPORT_T1_WH,
                Instant.parse(time),
                1_000,
                Trust.REGISTER);
    }
}
