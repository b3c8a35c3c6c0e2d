package energy.sem.local.test;

import java.sql.Connection;
import java.sql.SQLException;

import org.testcontainers.DockerClientFactory;

import energy.sem.local.LocalServiceException;
import energy.sem.local.mariadb.DatabaseUser;

/** Kafka and MariaDB as containers of the engine that Testcontainers finds. */
final class ContainerServices implements StoppableServices {

    private KafkaContainer kafka;
    private MariaDbContainer mariaDb;

    ContainerServices() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new LocalServiceException("-D" + SharedServices.CONTAINERS_PROPERTY
                    + "=true, but no container engine answers: start one, set DOCKER_HOST, or leave the setting out");
        }
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

    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.close();
        }
        if (mariaDb != null) {
            mariaDb.close();
        }
    }

    private synchronized KafkaContainer kafka() {
        if (kafka == null) {
            kafka = KafkaContainer.started();
        }
        return kafka;
    }

    private synchronized MariaDbContainer mariaDb() {
        if (mariaDb == null) {
            mariaDb = MariaDbContainer.started();
        }
        return mariaDb;
    }
}
