package energy.sem.local.test;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

import org.mariadb.jdbc.MariaDbDataSource;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.UserScript;

/**
 * MariaDB in a container with the schemas, users and rights of {@code infra/mariadb/users.sql}, which the image's own
 * entry point runs at its first start.
 */
final class MariaDbContainer implements AutoCloseable {

    /** A system property: the image, with the contract of the official one. */
    static final String IMAGE_PROPERTY = "sem.test.mariadb.image";

    /** As in pod and cluster: VersionsTest of system-tests. */
    private static final String OFFICIAL = "docker.io/library/mariadb:11.4.8";

    private final ServiceContainer container =
            new ServiceContainer("MariaDB", System.getProperty(IMAGE_PROPERTY, OFFICIAL), 3306);
    private final Map<DatabaseUser, String> passwords = new EnumMap<>(DatabaseUser.class);

    private MariaDbContainer() {
        SecureRandom random = new SecureRandom();
        for (DatabaseUser user : DatabaseUser.values()) {
            passwords.put(
                    user, Long.toUnsignedString(random.nextLong(), 36) + Long.toUnsignedString(random.nextLong(), 36));
        }
    }

    static MariaDbContainer started() {
        MariaDbContainer database = new MariaDbContainer();
        database.container
                .with(Map.of("MARIADB_ROOT_PASSWORD", database.password(DatabaseUser.ROOT), "TZ", "UTC"))
                .withFile("/docker-entrypoint-initdb.d/users.sql", UserScript.with(database::password))
                .start(database::answers);
        return database;
    }

    String jdbcUrl(String schema) {
        return "jdbc:mariadb://" + container.address() + "/" + schema;
    }

    String password(DatabaseUser user) {
        return passwords.get(user);
    }

    Connection connect(DatabaseUser user) throws SQLException {
        String url = jdbcUrl(user == DatabaseUser.GRAFANA ? "sem_views" : "sem") + "?connectTimeout=2000";
        return new MariaDbDataSource(url).getConnection(user.userName(), password(user));
    }

    void stop() {
        container.stop();
    }

    void kill() {
        container.kill();
    }

    void restart() {
        container.restart(this::answers);
    }

    @Override
    public void close() {
        container.close();
    }

    private boolean answers() {
        try (Connection connection = connect(DatabaseUser.ROOT)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
