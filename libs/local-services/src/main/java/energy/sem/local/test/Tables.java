package energy.sem.local.test;

import org.flywaydb.core.Flyway;

/** The tables of libs/schema, made as the services' own user would. */
final class Tables {

    private Tables() {}

    static void make(TestServices services) {
        Flyway.configure(Tables.class.getClassLoader())
                .dataSource(services.jdbcUrl("sem"), "sem_migrate", services.password("sem_migrate"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
