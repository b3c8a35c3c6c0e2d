package energy.sem.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.Folders;

/** Kafka and MariaDB as processes, with their data in a folder that is deleted at the end. */
final class ProcessServices implements StoppableServices {

    private final Path folder;
    private LocalKafka kafka;
    private LocalMariaDb mariaDb;

    ProcessServices(Path folder) {
        this.folder = folder;
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
    public void freezeKafka() {
        kafka().freeze();
    }

    @Override
    public void thawKafka() {
        kafka().thaw();
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
        Tables.make(this);
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
            mariaDb = LocalMariaDb.startUnsynced(folder.resolve("mariadb"), 0);
        }
        return mariaDb;
    }

    @Override
    public synchronized void close() {
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
