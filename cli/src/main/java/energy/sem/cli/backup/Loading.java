package energy.sem.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.archive.TableDefinition;
import energy.sem.cli.backup.archive.TableTotal;
import energy.sem.cli.backup.table.Tables;
import energy.sem.cli.screen.Screen;

/** Loads a backup's tables into a schema of their own and compares every row with what was backed up. */
final class Loading {
    private final Path file;
    private final Optional<Passphrase> passphrase;
    private final Screen screen;

    Loading(Path file, Optional<Passphrase> passphrase, Screen screen) {
        this.file = file;
        this.passphrase = passphrase;
        this.screen = screen;
    }

    /** Takes a file of keys or settings that was in the backup. */
    @FunctionalInterface
    interface Files {
        void take(String name, InputStream content) throws IOException;
    }

    /**
     * Loads all of it.
     *
     * @param connection to a server on which the schema is there and empty
     * @param rows how many there are, for the progress
     * @throws StartFailure when a row is not there afterwards as it was in the backup
     */
    void into(Connection connection, String schema, long rows, Files files) throws SQLException, IOException {
        Tables tables = new Tables(connection, schema);
        // Every row is compared below: the checks of each would only make it slower, or refuse an order that is none.
        execute(connection, "SET SESSION foreign_key_checks = 0, unique_checks = 0");
        List<TableTotal> totals;
        try (Screen.Progress progress = screen.progress("loading", rows);
                ArchiveReader reader = ArchiveReader.open(file, passphrase)) {
            totals = reader.read(new ArchiveReader.Receiver() {
                @Override
                public void table(TableDefinition table, InputStream lines) throws IOException {
                    try {
                        tables.create(table);
                        tables.load(table, new CountedLines(lines, progress::step));
                    } catch (SQLException e) {
                        throw new IOException("the table " + table.name() + " was not taken: " + e.getMessage(), e);
                    }
                }

                @Override
                public void file(String name, InputStream content) throws IOException {
                    files.take(name, content);
                }
            });
            execute(connection, "SET SESSION foreign_key_checks = 1, unique_checks = 1");
            compare(tables, reader, totals, rows);
        }
    }

    private void compare(Tables tables, ArchiveReader reader, List<TableTotal> totals, long rows) throws SQLException {
        try (Screen.Progress progress = screen.progress("comparing", rows)) {
            for (TableTotal total : totals) {
                TableTotal loaded = tables.total(reader.manifest().table(total.table()), progress::step);
                if (!loaded.equals(total)) {
                    throw new StartFailure("the table " + total.table() + " has " + loaded.rows()
                            + " rows after it was loaded and not the same " + total.rows()
                            + " as in the backup: this server does not take them as they are. Nothing was replaced.");
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
