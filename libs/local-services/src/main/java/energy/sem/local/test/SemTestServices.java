package energy.sem.local.test;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real Kafka and a real MariaDB for a {@code @QuarkusTest}, shared by all test classes of the JVM. Use it as
 * {@code @WithTestResource(value = SemTestServices.class, scope = GLOBAL, initArgs = …)}. It sets
 * {@code kafka.bootstrap.servers}, and with the arguments (all optional):
 *
 * <table>
 * <caption>Init arguments</caption>
 * <tr><th>name</th><th>value</th><th>effect</th></tr>
 * <tr><td>{@code user}</td><td>sem_ingest, sem_history, …</td><td>sets {@code quarkus.datasource.jdbc.url},
 *     {@code .username} and {@code .password}; without it MariaDB is not started</td></tr>
 * <tr><td>{@code flyway-user}</td><td>sem_migrate</td><td>sets {@code quarkus.flyway.username} and {@code .password}, for
 *     the service that runs Flyway itself</td></tr>
 * <tr><td>{@code migrate}</td><td>true, false (default)</td><td>makes the tables of libs/schema before the service
 *     starts; needs Flyway on the test class path</td></tr>
 * <tr><td>{@code kafka}</td><td>true (default), false</td><td>false: no Kafka</td></tr>
 * </table>
 *
 * Tests that stop and start the services, or look into the database as root, use {@link TestServices#get()}.
 */
public final class SemTestServices implements QuarkusTestResourceLifecycleManager {

    private static final Set<String> ARGUMENTS = Set.of("user", "flyway-user", "migrate", "kafka");

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        for (String name : initArgs.keySet()) {
            if (!ARGUMENTS.contains(name)) {
                throw new IllegalArgumentException("SemTestServices knows no argument " + name + ", only " + ARGUMENTS);
            }
        }
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        TestServices services = TestServices.get();
        boolean withKafka = flag("kafka", true);
        CompletableFuture<String> bootstrapServers = withKafka
                ? CompletableFuture.supplyAsync(services::bootstrapServers)
                : CompletableFuture.completedFuture("");
        Map<String, String> settings = new HashMap<>();
        if (arguments.containsKey("user")) {
            String user = arguments.get("user");
            settings.put("quarkus.datasource.jdbc.url", services.jdbcUrl("sem"));
            settings.put("quarkus.datasource.username", user);
            settings.put("quarkus.datasource.password", services.password(user));
        }
        if (arguments.containsKey("flyway-user")) {
            String user = arguments.get("flyway-user");
            settings.put("quarkus.flyway.username", user);
            settings.put("quarkus.flyway.password", services.password(user));
        }
        if (flag("migrate", false)) {
            services.migrate();
        }
        if (withKafka) {
            settings.put("kafka.bootstrap.servers", bootstrapServers.join());
        }
        return settings;
    }

    /** Does nothing: the services are shared and stop with the JVM. */
    @Override
    public void stop() {
        arguments = Map.of();
    }

    private boolean flag(String name, boolean otherwise) {
        String value = arguments.getOrDefault(name, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(value)) {
            throw new IllegalArgumentException("SemTestServices: " + name + " is true or false, not " + value);
        }
        return Boolean.parseBoolean(value);
    }
}
