package energy.sem.local.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The Kafka and the MariaDB that all tests of this JVM share. Each starts when first asked for and stops with the JVM;
 * data of earlier test classes are still there. {@link #get()} works from any class loader, Quarkus' included.
 */
public interface TestServices {

    /** The address for {@code kafka.bootstrap.servers}; starts Kafka when it is not there yet. No topic exists. */
    String bootstrapServers();

    /** Stops Kafka cleanly. */
    void stopKafka();

    /** Ends Kafka as a power cut would. */
    void killKafka();

    /** Stops Kafka's clock: it keeps its connections and answers nothing until {@link #thawKafka()}. */
    void freezeKafka();

    /** The frozen Kafka goes on. */
    void thawKafka();

    /** Brings the stopped Kafka back, at the same address with the same data; does nothing when it runs. */
    void startKafka();

    /** The JDBC URL of a schema, {@code sem} or {@code sem_views}; starts MariaDB when it is not there yet. */
    String jdbcUrl(String schema);

    /** The password of a user: root, sem_migrate, sem_ingest, sem_history or sem_grafana. Starts MariaDB likewise. */
    String password(String user);

    /** A new connection to the schema sem (sem_grafana: sem_views) as this user. The caller closes it. */
    Connection connect(String user) throws SQLException;

    /** Makes the tables of libs/schema with Flyway, as sem_migrate; does nothing when they are there. */
    void migrate();

    /** Stops MariaDB cleanly. */
    void stopMariaDb();

    /** Ends MariaDB as a power cut would. */
    void killMariaDb();

    /** Brings the stopped MariaDB back, at the same address with the same data; does nothing when it runs. */
    void startMariaDb();

    /** The services of this JVM. */
    static TestServices get() {
        Object shared;
        Class<?> contract;
        ClassLoader system = ClassLoader.getSystemClassLoader();
        try {
            // Quarkus loads the tests of each application anew, and closes the class loaders of those before: what must
            // last as long as the JVM lives in the class loader that does.
            contract = Class.forName(TestServices.class.getName(), true, system);
            shared = Class.forName("energy.sem.local.test.SharedServices", true, system)
                    .getMethod("instance")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("libs/local-services is not on the class path of this JVM", e);
        }
        if (shared instanceof TestServices here) {
            return here;
        }
        return (TestServices) Proxy.newProxyInstance(
                TestServices.class.getClassLoader(),
                new Class<?>[] {TestServices.class},
                (proxy, method, arguments) -> {
                    Thread thread = Thread.currentThread();
                    ClassLoader before = thread.getContextClassLoader();
                    thread.setContextClassLoader(system);
                    try {
                        return contract.getMethod(method.getName(), method.getParameterTypes())
                                .invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        thread.setContextClassLoader(before);
                    }
                });
    }
}
