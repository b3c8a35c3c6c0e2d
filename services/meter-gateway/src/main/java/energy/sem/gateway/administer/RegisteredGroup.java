package energy.sem.gateway.administer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.registry.GroupEntry;

/**
 * A group as its administrator sees it.
 *
 * @param group its name
 * @param setBy {@code registry} or {@code environment}
 * @param version which one it is in; whoever changes it says so
 * @param members its meters, in their order
 * @param key how it shares; absent of one of the environment, of which history's says that
 * @param shares the members' in percent, where it shares by such
 * @param fault why it is not as it stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"group", "setBy", "members"})
public record RegisteredGroup(
        String group,
        @Schema(enumeration = {"registry", "environment"}) String setBy,
        Long version,
        Collection<String> members,
        @Schema(enumeration = {"fixed", "fixed-rounds", "relative", "priority", "optimal"}) String key,
        Map<String, BigDecimal> shares,
        String fault) {

    /** One of the registry. */
    static RegisteredGroup of(String name, GroupEntry entry) {
        return new RegisteredGroup(
                name,
                "registry",
                entry.version(),
                entry.key().names(),
                entry.key().rule().word(),
                shares(entry),
                null);
    }

    private static Map<String, BigDecimal> shares(GroupEntry entry) {
        if (!entry.key().hasShares()) {
            return null;
        }
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        entry.key().members().stream()
                .filter(each -> each.sharePpm() > 0)
                .forEach(each -> shares.put(
                        each.name(),
                        new BigDecimal(each.sharePercent().stripTrailingZeros().toPlainString())));
        return shares;
    }

    /** One of the settings. */
    static RegisteredGroup ofEnvironment(String name, Collection<String> members) {
        return new RegisteredGroup(name, "environment", null, members, null, null, null);
    }

    /** One whose record cannot be read. */
    static RegisteredGroup unseen(String name) {
        return new RegisteredGroup(name, "registry", null, List.of(), null, null, null);
    }

    /** The same with a fault. */
    RegisteredGroup withFault(String why) {
        return new RegisteredGroup(group, setBy, version, members, key, shares, why);
    }
}
