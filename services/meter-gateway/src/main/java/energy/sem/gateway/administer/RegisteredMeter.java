package energy.sem.gateway.administer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.registry.MeterEntry;
import energy.sem.registry.KeptKey;

/**
 * A meter as its administrator sees it.
 *
 * @param meter its name
 * @param setBy {@code registry} or {@code environment}
 * @param version which one it is in; whoever changes it says so
 * @param settings by the names of {@code sem.meters.<name>}
 * @param keys that open it for pushing, the newest last
 * @param key the new key in clear, which is shown this once
 * @param fault why this gateway does not have it as it is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"meter", "setBy", "settings", "keys"})
public record RegisteredMeter(
        String meter,
        @Schema(enumeration = {"registry", "environment"}) String setBy,
        Long version,
        Map<String, String> settings,
        List<Key> keys,
        String key,
        String fault) {

    /**
     * A key, without itself.
     *
     * @param mark the first eight hex digits of its SHA-256, to tell keys apart by
     * @param notBefore from when it opens the meter; absent from ever
     * @param notAfter until when; absent for ever
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = "mark")
    public record Key(String mark, Instant notBefore, Instant notAfter) {
        static Key of(KeptKey key) {
            return new Key(
                    key.mark(), key.notBefore().orElse(null), key.notAfter().orElse(null));
        }
    }

    /** One of the registry; with the key in clear if it is new. */
    static RegisteredMeter of(String name, MeterEntry entry, String clearKey, String fault) {
        return new RegisteredMeter(
                name,
                "registry",
                entry.version(),
                entry.settingsByName(),
                entry.keys().stream().map(Key::of).toList(),
                clearKey,
                fault);
    }
}
