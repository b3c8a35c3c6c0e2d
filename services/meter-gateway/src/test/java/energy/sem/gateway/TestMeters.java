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
import org.opentest4j.TestAbortedException;

import energy.sem.local.process.FreePort;
import energy.sem.local.test.Mosquitto;
import energy.sem.source.Encrypted;

/**
 * Configures the meters of the tests: {@code roof}, {@code attic}, {@code shed}, {@code sensor}, {@code reader},
 * {@code flood}, {@code smarty} (encrypted), {@code graz} (with an authentication key too), {@code holley}, {@code loft},
 * {@code vault} and {@code thin} (publishes once a minute, passes its telegrams on) are pushed to; {@code cable} and
 * {@code tunnel} (encrypted, with an authentication key) are each read from the TCP server that a {@link TestServer} is, and {@code topic} from the {@link #broker}. Keys
 * are made at random. Limits are low.
 */
public final class TestMeters implements QuarkusTestResourceLifecycleManager {
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Opens what the administrator may. */
    public static final String ADMIN_KEY = "admin of the tests";

    private final TestServer cable = TestServer.start();
    private final TestServer tunnel = TestServer.start();

    /** Where there is one: a test that needs it asks for one itself, and is skipped without. */
    private static Mosquitto broker;

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
        settings.put("sem.admin-key", ADMIN_KEY);
        // Shorter than by default, so that a test can wait for it; longer than a machine with other work stands still.
        settings.put("sem.http.time-limit", "PT20S");
        settings.put("sem.meters.cable.source", "tcp://127.0.0.1:" + cable.port());
        settings.put("test.cable.control", Integer.toString(cable.controlPort()));
        settings.put("sem.meters.tunnel.source", "tcp://127.0.0.1:" + tunnel.port());
        settings.put("sem.meters.tunnel.decryption-key", Encrypted.key());
        settings.put("sem.meters.tunnel.authentication-key", Encrypted.key());
        settings.put("test.tunnel.control", Integer.toString(tunnel.controlPort()));
        settings.put("sem.meters.topic.source", mqtt());
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
        cable.close();
        tunnel.close();
        if (broker != null) {
            broker.close();
        }
    }

    // Not in a field of each instance: the test has another class loader's copy of this class.
    private static String mqtt() {
        try {
            broker = Mosquitto.orSkip().start();
            return broker.address() + "/dsmr/raw";
        } catch (TestAbortedException e) {
            return "mqtt://127.0.0.1:1/dsmr/raw";
        }
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
