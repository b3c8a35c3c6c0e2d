package energy.sem.history.api;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

import energy.sem.local.test.SemTestServices;

/** The Kafka and the MariaDB of all tests that start history: the latter with tables, and read as sem_history. */
@WithTestResource(
        value = SemTestServices.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {@ResourceArg(name = "user", value = "sem_history"), @ResourceArg(name = "migrate", value = "true")})
final class Services {
    private Services() {}
}
