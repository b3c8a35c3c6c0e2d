package energy.sem.ingest.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import energy.sem.local.test.SemTestServices;

/** The service as it runs, on a real Kafka and a real MariaDB, as the database users that it has in production. */
@QuarkusTest
@WithTestResource(
        value = SemTestServices.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "user", value = "sem_ingest"),
            @ResourceArg(name = "flyway-user", value = "sem_migrate")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IngestTest {}
