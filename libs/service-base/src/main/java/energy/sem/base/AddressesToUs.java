package energy.sem.base;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets requests whose address is malformed reach {@link HttpErrors}. Left to itself Quarkus answers them with an empty 400
 * before any route, and the only switch it has for that is a system property, read when its HTTP server is made. Reading
 * the configuration is the one thing that happens before that, however a service was started.
 */
public class AddressesToUs implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
