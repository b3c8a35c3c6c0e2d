package energy.sem.ingest;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;

import energy.sem.ingest.kit.IngestTest;
import energy.sem.tests.DoorContract;

@IngestTest
class ServiceDoorTest extends DoorContract {
    @TestHTTPResource("/")
    URL url;

    @Override
    protected URL url() {
        return url;
    }
}
