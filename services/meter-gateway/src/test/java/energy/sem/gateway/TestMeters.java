package energy.sem.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;

import energy.sem.local.process.FreePort;

/**
 * Configures the meters of the tests: {@code roof}, {@code attic}, {@code shed}, {@code sensor}, {@code reader},
 * {@code flood}, {@code smarty} (encrypted), {@code graz} (with an authentication key too), {@code holley}, {@code loft}, {@code vault} and {@code thin} (publishes once a minute, passes its telegrams on) are pushed to;
 * {@code cable} is read from the TCP server that {@link TestServer} is. Keys are made at random. Limits are low.
 */
public final class TestMeters implements QuarkusTestResourceLifecycleManager {
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestServer server;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String meter : new String[] {
            "roof", "attic", "shed", "sensor", "reader", "bulk", "thin", "flood", "smarty", "graz", "holley", "loft",
            "vault"
        }) {
            settings.put("sem.meters." + meter + ".source", "push");
            settings.put("sem.meters." + meter + ".api-key", key());
        }
        settings.put("sem.meters.sensor.serial", "S1");
        settings.put("sem.meters.attic.connection", "3x40A");
        settings.put("sem.meters.thin.publish-every", "PT1M");
        settings.put("sem.meters.thin.relay-port", Integer.toString(FreePort.find()));
        settings.put("sem.meters.smarty.decryption-key", Encrypted.key());
        settings.put("sem.meters.graz.decryption-key", Encrypted.key());
        settings.put("sem.meters.graz.authentication-key", Encrypted.key());
        settings.put("sem.push.max-rate", "2M");
        // Shorter than by default, so that a test can wait for it; longer than a machine with other work stands still.
        settings.put("sem.http.time-limit", "PT20S");
        server = TestServer.start();
        settings.put("sem.meters.cable.source", "tcp://127.0.0.1:" + server.port());
        settings.put("test.cable.control", Integer.toString(server.controlPort()));
        try {
            settings.put(
                    "sem.backlog.folder",
                    Files.createTempDirectory(Path.of("target"), "backlog-").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    @Override
    public void stop() {
        server.close();
    }

    /** The key of a meter, as the running gateway has it. */
    public static String keyOf(String meter) {
        return ConfigProvider.getConfig().getValue("sem.meters." + meter + ".api-key", String.class);
    }

    private static String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < 19; i++) {
            key.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        return key.toString();
    }
}
