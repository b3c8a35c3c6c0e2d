package energy.sem.gateway.administer;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.registry.ReaderEntry;

/**
 * A reader as its administrator sees it.
 *
 * @param reader its name
 * @param setBy {@code registry} or {@code environment}
 * @param version which one it is in; whoever changes it says so
 * @param all whether it opens every meter
 * @param meters where it does not: those that it opens
 * @param groups and groups of which it opens every member
 * @param keys that open that for reading, the newest last
 * @param key the new key in clear, which is shown this once
 * @param fault why it does not open what stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"reader", "setBy", "all", "meters", "groups", "keys"})
public record RegisteredReader(
        String reader,
        @Schema(enumeration = {"registry", "environment"}) String setBy,
        Long version,
        boolean all,
        Collection<String> meters,
        Collection<String> groups,
        List<RegisteredMeter.Key> keys,
        String key,
        String fault) {

    /** One of the registry; with the key in clear if it is new. */
    static RegisteredReader of(String name, ReaderEntry entry, String clearKey) {
        return new RegisteredReader(
                name,
                "registry",
                entry.version(),
                entry.opens().all(),
                entry.opens().metersByName(),
                entry.opens().groupsByName(),
                entry.keys().stream().map(RegisteredMeter.Key::of).toList(),
                clearKey,
                null);
    }

    /** One of the settings, which says neither its key nor the hash of it. */
    static RegisteredReader ofEnvironment(String name, Collection<String> meters) {
        return new RegisteredReader(name, "environment", null, false, meters, List.of(), List.of(), null, null);
    }

    /** One whose record cannot be read. */
    static RegisteredReader unseen(String name) {
        return new RegisteredReader(name, "registry", null, false, List.of(), List.of(), List.of(), null, null);
    }

    /** The same with a fault. */
    RegisteredReader withFault(String why) {
        return new RegisteredReader(reader, setBy, version, all, meters, groups, keys, key, why);
    }
}
