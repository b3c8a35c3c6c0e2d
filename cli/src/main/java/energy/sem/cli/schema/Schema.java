package energy.sem.cli.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of one database and the migrations of libs/schema that made them, or will. Not thread-safe. */
public final class Schema {
    private static final String LOCATION = "classpath:db/migration";

    private final FluentConfiguration configuration;
    private MigrationInfo[] info;

    private Schema(String jdbcUrl, String user, String password) {
        this.configuration = Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations(LOCATION)
                .connectRetries(0);
    }

    /** That of a database, as the user who may make tables. */
    public static Schema of(String jdbcUrl, String user, String password) {
        return new Schema(jdbcUrl, user, password);
    }

    /** The version that this program knows, such as {@code 8}. */
    public String known() {
        return Stream.of(info())
                .filter(each -> each.getVersion() != null && !isFuture(each))
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElseThrow(() -> new IllegalStateException("no migrations in " + LOCATION));
    }

    /** The version of the tables; empty when there are none. */
    public String current() {
        return Stream.of(info())
                .filter(each -> each.getVersion() != null && each.getState().isApplied())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("");
    }

    /** Whether a version such as {@code 9} is later than the one that this program knows. */
    public boolean isLater(String version) {
        return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(known())) > 0;
    }

    /** What has to be done to reach the known version, in words, in order; without views and procedures, which are made anew. */
    public List<String> pending() {
        return Stream.of(info())
                .filter(each -> each.getVersion() != null)
                .filter(each -> each.getState() == MigrationState.PENDING || each.getState() == MigrationState.FAILED)
                .map(Schema::inWords)
                .toList();
    }

    /**
     * Brings the tables to the known version. What was interrupted is begun anew, as ingest does.
     *
     * @param begun is told what is being done, in words
     * @return how many changes were made
     * @throws SQLException when the database refuses, with its reason
     */
    public int migrate(Consumer<String> begun) throws SQLException {
        info = null;
        try {
            Flyway flyway = configuration.callbacks(new Told(begun)).load();
            if (Stream.of(flyway.info().all()).anyMatch(each -> each.getState() == MigrationState.FAILED)) {
                flyway.repair();
            }
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new SQLException("the tables could not be changed: " + e.getMessage(), e);
        }
    }

    /** Looked at once, and again after a change. */
    private MigrationInfo[] info() {
        if (info == null) {
            info = configuration.load().info().all();
        }
        return info;
    }

    private static boolean isFuture(MigrationInfo each) {
        return each.getState() == MigrationState.FUTURE_SUCCESS || each.getState() == MigrationState.FUTURE_FAILED;
    }

    private static String inWords(MigrationInfo each) {
        return "version " + each.getVersion() + ", " + each.getDescription();
    }

    /** Says each change of tables when it begins. */
    private static final class Told extends BaseCallback {
        private final Consumer<String> begun;
        private final List<String> said = new ArrayList<>();

        Told(Consumer<String> begun) {
            this.begun = begun;
        }

        @Override
        public void handle(Event event, Context context) {
            MigrationInfo each = context.getMigrationInfo();
            if (event == Event.BEFORE_EACH_MIGRATE && each.getVersion() != null && said.add(inWords(each))) {
                begun.accept(inWords(each));
            }
        }
    }
}
