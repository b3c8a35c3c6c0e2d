package energy.sem.display.serve;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Keys;
import energy.sem.display.view.Period;

/**
 * Which TRMNL devices are answered, and the token that each has (docs/decisions/trmnl.md). The token is made of a read key and the
 * device's MAC address: nothing has to be stored, and several services agree. Immutable.
 */
@Singleton
class TrmnlAccess {
    private static final Pattern MAC = Pattern.compile("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");
    private static final Pattern ENTRY =
            Pattern.compile("(" + MAC.pattern() + ")=([A-Za-z0-9_-]{1,32})(?:/(day|week|month|year))?");
    private static final int TOKEN_BYTES = 16;

    /** A device of the settings. */
    private record Listed(String name, Optional<Period> period) {}

    private final boolean enabled;
    private final Period period;
    private final List<String> readKeys;
    private final Map<String, Listed> listed = new HashMap<>();

    /** @throws IllegalArgumentException for an entry that is no {@code MAC=name} or {@code MAC=name/week} */
    TrmnlAccess(
            @ConfigProperty(name = "sem.trmnl.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "sem.trmnl.period", defaultValue = "day") String period,
            @ConfigProperty(name = "sem.trmnl.devices") Optional<List<String>> devices,
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys) {
        this.enabled = enabled;
        this.period = Period.of(period)
                .orElseThrow(() -> new IllegalArgumentException(
                        "sem.trmnl.period: \"" + period + "\" is none of day, week, month, year"));
        this.readKeys = readKeys.orElse(List.of());
        for (String entry : devices.orElse(List.of())) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("sem.trmnl.devices: \"" + entry
                        + "\" is not MAC=name, such as D8:3B:DA:70:12:34=kitchen or D8:3B:DA:70:12:34=kitchen/week");
            }
            listed.put(
                    matcher.group(1).toUpperCase(Locale.ROOT),
                    new Listed(
                            matcher.group(2),
                            Optional.ofNullable(matcher.group(3)).flatMap(Period::of)));
        }
    }

    /** Whether TRMNL devices are answered at all. */
    boolean enabled() {
        return enabled;
    }

    /** A device's address as it is compared and shown; empty for what is none. */
    static Optional<String> mac(String id) {
        return id != null && MAC.matcher(id).matches() ? Optional.of(id.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether the device may be given a token: everyone where reading is open, else who is in the settings. */
    boolean mayBeSetUp(String mac) {
        return readKeys.isEmpty() || listed.containsKey(mac);
    }

    /** The token of a device. Where reading is open it opens nothing that is not open anyway. */
    String token(String mac) {
        return token(readKeys.isEmpty() ? "open" : readKeys.get(0), mac);
    }

    /** Whether what a request says in {@code ID} and {@code Access-Token} is a device that was set up. */
    boolean opens(String id, String token) {
        Optional<String> mac = mac(id);
        if (!enabled || token == null || mac.isEmpty() || !mayBeSetUp(mac.get())) {
            return false;
        }
        return Keys.anyOf(
                token, readKeys.stream().map(key -> token(key, mac.get())).toList());
    }

    /** The name that the settings give a device; null for none. */
    String name(String mac) {
        Listed device = listed.get(mac);
        return device == null ? null : device.name();
    }

    /** What a device shows. */
    Period period(String mac) {
        return Optional.ofNullable(listed.get(mac)).flatMap(Listed::period).orElse(period);
    }

    private static String token(String key, String mac) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = hmac.doFinal(("trmnl " + mac).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code, 0, TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
