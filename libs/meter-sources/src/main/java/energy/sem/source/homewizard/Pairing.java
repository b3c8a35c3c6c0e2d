package energy.sem.source.homewizard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a HomeWizard for a token of its API v2, which it gives for half a minute after its button was pressed. Not thread-safe.
 */
public final class Pairing {
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([0-9A-Fa-f]{32})\"");
    private static final int LARGEST_BYTES = 4 * 1024;

    private final String host;
    private final Optional<Path> ca;
    private final DeviceTrust trust;
    private final DeviceHttp http;

    private Pairing(String host, Optional<Path> ca, DeviceTrust trust, Duration patience) {
        this.host = host;
        this.ca = ca;
        this.trust = trust;
        this.http = new DeviceHttp(URI.create("https://" + host), trust, patience);
    }

    /**
     * A pairing with who answers there.
     *
     * @param host name or address, with a port if it is not 443
     * @param ca the file with the certificate of HomeWizard's CA; without it who answers first is taken for the device
     * @throws IllegalArgumentException when that is no host
     * @throws IOException when the CA's file cannot be read
     */
    public static Pairing with(String host, Optional<Path> ca) throws IOException {
        return with(host, ca, DeviceHttp.PATIENCE);
    }

    static Pairing with(String host, Optional<Path> ca, Duration patience) throws IOException {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + host + "\" is no name or address of a device");
        }
        Optional<Path> file = ca.map(path -> path.toAbsolutePath().normalize());
        if (file.isPresent() && file.get().toString().matches(".*\\s.*")) {
            throw new IOException("the path " + file.get() + " has blanks: put the CA's certificate where it has none");
        }
        DeviceTrust trust = file.isPresent() ? DeviceTrust.ca(file.get(), Optional.empty()) : DeviceTrust.first();
        return new Pairing(host, file, trust, patience);
    }

    /**
     * Asks once.
     *
     * @return what the setting {@code token} of the meter takes; empty while the button was not pressed
     * @throws IOException whose message says for people why it will not become one
     */
    public Optional<String> ask() throws IOException {
        DeviceHttp.Answer answer =
                http.post("/api/user", Map.of("X-Api-Version", "2"), "{\"name\":\"local/sem\"}", LARGEST_BYTES);
        if (answer.status() == 403) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw new IOException(host + " answers with status " + answer.status()
                    + ": is it a HomeWizard P1 meter with a firmware that has API v2?");
        }
        Matcher token = TOKEN.matcher(answer.text());
        if (!token.find()) {
            throw new IOException(host + " answers something else than a token: is it a HomeWizard P1 meter?");
        }
        return Optional.of(new DeviceToken(token.group(1), trust.seenId(), trust.trustedKey(), ca).text());
    }

    /** Which device answered, such as {@code appliance/p1dongle/5c2faf000001}; empty before {@link #ask}. */
    public Optional<String> device() {
        return trust.seenId();
    }
}
