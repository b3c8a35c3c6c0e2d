package energy.sem.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;

import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.Folders;

/** The one pair of this JVM, as processes. Public because {@link TestServices#get()} calls it across class loaders. */
public final class SharedServices implements TestServices {

    private static SharedServices instance;

    private final Path folder;
    private LocalKafka kafka;
    private LocalMariaDb mariaDb;

    private SharedServices(Path folder) {
        this.folder = folder;
    }

    /** The one of this class loader, which {@link TestServices#get()} chooses. */
    public static synchronized SharedServices instance() {
        if (instance == null) {
            try {
                Path target = Path.of("target").toAbsolutePath();
                instance = new SharedServices(
                        Files.isDirectory(target)
                                ? Files.createTempDirectory(target, "test-services-")
                                : Files.createTempDirectory("sem-test-services-"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make a folder for the data of the test services", e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(instance::close, "close-test-services"));
        }
        return instance;
    }

    @Override
    public String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    @Override
    public void stopKafka() {
        kafka().stop();
    }

    @Override
    public void killKafka() {
        kafka().kill();
    }

    @Override
    public void startKafka() {
        kafka().restart();
    }

    @Override
    public String jdbcUrl(String schema) {
        return mariaDb().jdbcUrl(schema);
    }

    @Override
    public String password(String user) {
        return mariaDb().password(DatabaseUser.named(user));
    }

    @Override
    public Connection connect(String user) throws SQLException {
        return mariaDb().connect(DatabaseUser.named(user));
    }

    @Override
    public void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(jdbcUrl("sem"), "sem_migrate", password("sem_migrate"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @Override
    public void stopMariaDb() {
        mariaDb().stop();
    }

    @Override
    public void killMariaDb() {
        mariaDb().kill();
    }

    @Override
    public void startMariaDb() {
        mariaDb().restart();
    }

    private synchronized LocalKafka kafka() {
        if (kafka == null) {
            kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        }
        return kafka;
    }

    private synchronized LocalMariaDb mariaDb() {
        if (mariaDb == null) {
            mariaDb = LocalMariaDb.start(folder.resolve("mariadb"), 0);
        }
        return mariaDb;
    }

    private synchronized void close() {
        if (kafka != null) {
            // Nobody needs the data any more.
            kafka.kill();
            kafka.close();
        }
        if (mariaDb != null) {
            mariaDb.kill();
            mariaDb.close();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
