package energy.sem.gateway.push;

import java.net.URL;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.tests.DoorContract;

@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class ServiceDoorTest extends DoorContract {
    @TestHTTPResource("/")
    URL url;

    @Override
    protected URL url() {
        return url;
    }
}
