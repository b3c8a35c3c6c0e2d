package energy.sem.files.domoticz;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.DomoticzFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DomoticzDatabaseTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ReadingOptions HERE = ReadingOptions.in(AMSTERDAM);
    private static final Household HOUSEHOLD = Household.of(5, AMSTERDAM, LocalDate.of(2025, 10, 20), 10);

    @TempDir
    Path folder;

    private Path database(int meters) throws Exception {
        return DomoticzFiles.database(HOUSEHOLD, folder.resolve("domoticz-" + meters + ".db"), meters);
    }

    @Test
    void days_and_minutes_give_the_true_registers_in_their_own_numbering() throws Exception {
        Heard heard = Heard.of(database(1), HERE);

        assertThat(heard.formats).containsExactly("Domoticz' database");
        assertThat(heard.refused).isEmpty();
        assertThat(heard.registers).hasSize(4 * (10 + 90) + 10).allSatisfy(row -> assertThat(row.value())
                .isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
    }

    @Test
    void two_meters_of_a_kind_are_not_mixed() throws Exception {
        Path two = database(2);

        assertThatThrownBy(() -> Heard.of(two, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("2 meters");
    }
}
