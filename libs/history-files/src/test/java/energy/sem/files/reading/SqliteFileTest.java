package energy.sem.files.reading;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.HistoryFileException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void a_column_that_makes_itself_huge_is_refused() throws Exception {
        Path file = folder.resolve("huge.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, value AS (zeroblob(2000000)))");
            statement.execute("INSERT INTO readings (id) VALUES (1)");
        }

        try (SqliteFile opened = SqliteFile.open(file)) {
            assertThatThrownBy(() -> opened.query("SELECT value FROM readings", row -> row.getBytes(1)))
                    .isInstanceOf(HistoryFileException.class);
        }
    }
}
