package energy.sem.history.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.base.ReadableMeters;
import energy.sem.history.cost.Contracts;
import energy.sem.history.store.DatabaseFailure;
import energy.sem.history.store.PageContracts;
import energy.sem.history.store.PageContracts.PageContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of contracts: wrong ones stop the start, and changes count without one. */
class BillFilesTest {
    private static final String ONE =
            "contracts: [{name: one, from: 2026-01-01, components: [{name: e, flow: import, unit: EUR/kWh, vat: none, price: 0.2}]}]\n";

    @TempDir
    Path folder;

    private final List<PageContract> onPage = new ArrayList<>();
    private boolean away;
    private final PageContracts page = new PageContracts(null) {
        @Override
        public List<PageContract> all() {
            if (away) {
                throw new DatabaseFailure("contracts", new SQLException("away"));
            }
            return List.copyOf(onPage);
        }
    };

    private BillFiles files(String text) throws IOException {
        write(text);
        return new BillFiles(new Contracts(List.of()), Optional.of(file().toString()), Optional.empty(), page);
    }

    private Path file() {
        return folder.resolve("contracts.yaml");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        // Whatever the file system's clock tells apart.
        Files.setLastModifiedTime(file(), FileTime.from(Instant.ofEpochSecond(text.hashCode() & 0xfffffff)));
    }

    @Test
    void a_file_that_is_wrong_stops_the_start_with_its_line() throws IOException {
        BillFiles wrong = files("contracts: [{name: one}]");
        assertThatThrownBy(() -> wrong.check(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("contracts.yaml, line 1")
                .hasMessageContaining("has no \"from\"");
        assertThatThrownBy(() -> new BillFiles(
                                new Contracts(List.of()), Optional.of("/nowhere.yaml"), Optional.empty(), page)
                        .check(null))
                .hasMessageContaining("there is no file /nowhere.yaml");
    }

    @Test
    void contracts_of_the_page_count_beside_the_file_and_stay_while_the_database_is_away() throws IOException {
        onPage.add(new PageContract(
                "two", ONE.replace("name: one", "name: two, meter: home").replace("2026-01", "2026-05")));
        BillFiles files = files(ONE);
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one", "two");
        assertThat(files.of("home")).extracting(each -> each.contract().name()).containsExactly("one", "two");
        assertThat(files.of("attic")).extracting(each -> each.contract().name()).containsExactly("one");
        away = true;
        files.look();
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one", "two");
        away = false;
        onPage.clear();
        files.look();
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one");
    }

    @Test
    void the_file_wins_over_the_page_by_name_and_by_first_day_also_when_it_says_so_later() throws IOException {
        onPage.add(new PageContract(
                "two", ONE.replace("name: one", "name: two, meter: home").replace("2026-01", "2026-05")));
        BillFiles files = files(ONE);
        assertThat(files.openTo(ReadableMeters.ALL).onPage().get(0).fault()).isNull();
        write(ONE.replace("2026-01", "2026-05"));
        files.look();
        assertThat(files.openTo(ReadableMeters.ALL).onPage().get(0).fault())
                .contains("\"one\" begins on the same day, 2026-05-01");
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one");
        write(ONE.replace("name: one", "name: two"));
        files.look();
        assertThat(files.openTo(ReadableMeters.ALL).onPage().get(0).fault())
                .contains("another contract or offer is called \"two\"");
    }

    @Test
    void a_value_that_is_entered_later_counts_as_soon_as_the_file_has_changed() throws IOException {
        BillFiles files = files(ONE);
        files.check(null);
        assertThat(files.values().index("rlp", YearMonth.of(2026, 10))).isNull();
        write(ONE + "values: [{name: rlp, unit: EUR/MWh, source: s, months: {2026-10: 88.1}}]");
        files.look();
        assertThat(files.values().index("rlp", YearMonth.of(2026, 10)).value()).isEqualByComparingTo("88.1");
    }

    @Test
    void a_file_that_becomes_wrong_changes_nothing_until_it_is_right_again() throws IOException {
        BillFiles files = files(ONE);
        write("contracts: [");
        files.look();
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one");
        Files.delete(file());
        files.look();
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("one");
        write(ONE.replace("name: one", "name: two"));
        files.look();
        assertThat(files.names(ReadableMeters.ALL)).containsExactly("two");
    }
}
