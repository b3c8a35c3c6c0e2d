package energy.sem.registry;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import energy.sem.sharing.SharingKey;
import energy.sem.sharing.SharingMember;
import energy.sem.sharing.SharingRule;

/**
 * One group of the registry: meters that are seen together, and how they share. Its record says them in the order of the
 * members, and where there are shares those of each, in millionths:
 *
 * <pre>{"schema":1,"version":3,"members":["anna","bert"],"key":"fixed","sharesPpm":[600000,400000]}</pre>
 *
 * Immutable.
 *
 * @param version how often it was written, from 1: whoever changes it says which one was read
 * @param key whose members are named as their meters are, which need not be there yet
 */
public record GroupEntry(long version, SharingKey key) implements RegistryEntry {
    /** @throws IllegalArgumentException when the version is not from 1 on, or a member's name is none */
    public GroupEntry {
        RegistryEntry.require(version);
        EntryJson.requireNames("a member", key.names());
    }

    @Override
    public EntryKind<GroupEntry> kind() {
        return EntryKind.GROUP;
    }

    static GroupEntry read(long version, JsonNode json) throws BrokenEntryException {
        List<String> names = EntryJson.names("members", json.path("members"));
        SharingRule rule = SharingRule.of(json.path("key").asText())
                .orElseThrow(() -> new BrokenEntryException("its key is none of " + SharingRule.words()));
        JsonNode shares = json.path("sharesPpm");
        if (!shares.isMissingNode() && (!shares.isArray() || shares.size() != names.size())) {
            throw new BrokenEntryException("its shares are not one of each member");
        }
        EntryJson.requireNames("a member", names);
        List<SharingMember> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            members.add(new SharingMember(names.get(i), ppm(shares.path(i))));
        }
        return new GroupEntry(version, new SharingKey(rule, members));
    }

    private static int ppm(JsonNode share) throws BrokenEntryException {
        if (!share.isMissingNode() && !(share.isIntegralNumber() && share.canConvertToInt())) {
            throw new BrokenEntryException("a share is not a whole number of millionths");
        }
        return share.asInt();
    }

    void write(ObjectNode json) {
        ArrayNode members = json.putArray("members");
        key.names().forEach(members::add);
        json.put("key", key.rule().word());
        if (key.hasShares()) {
            ArrayNode shares = json.putArray("sharesPpm");
            key.members().forEach(each -> shares.add(each.sharePpm()));
        }
    }
}
