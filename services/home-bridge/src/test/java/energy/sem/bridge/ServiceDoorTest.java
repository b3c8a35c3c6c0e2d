package energy.sem.bridge;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import energy.sem.tests.DoorContract;

@QuarkusTest
class ServiceDoorTest extends DoorContract {
    @TestHTTPResource("/")
    URL url;

    @Override
    protected URL url() {
        return url;
    }
}
