package energy.sem.history.group;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.sharing.NoKeyException;
import energy.sem.sharing.NoKeyException.Part;
import energy.sem.sharing.SharingKey;

/**
 * Meters that are seen together, and how they share.
 *
 * @param name as in every URL
 * @param key whose members are named as their meters are
 */
public record Group(String name, SharingKey key) {
    /**
     * The group that settings describe, whose form has been checked.
     *
     * @param members meters, separated by commas; {@code null} when nobody said any
     * @param rule the word of a rule
     * @param shares meters with their percent; {@code null} for none
     * @throws IllegalArgumentException as a line that names the setting
     */
    static Group of(String name, String members, String rule, String shares) {
        try {
            return new Group(name, SharingKey.of(rule, split(members), shares(name, shares)));
        } catch (NoKeyException e) {
            throw fault(name, e.part(), e.getMessage());
        }
    }

    private static Map<String, BigDecimal> shares(String name, String shares) {
        Map<String, BigDecimal> percents = new LinkedHashMap<>();
        for (String each : split(shares)) {
            String[] parts = each.split(":", -1);
            String meter = parts[0].strip();
            if (percents.put(meter, new BigDecimal(parts[1].strip())) != null) {
                throw fault(name, Part.SHARES, meter + " has two");
            }
        }
        return percents;
    }

    private static List<String> split(String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private static IllegalArgumentException fault(String name, Part part, String words) {
        return new IllegalArgumentException("setting sem.groups." + name + "." + part.word() + ": " + words);
    }

    /** The names of its members' meters, in the order in which they were said. */
    public List<String> meters() {
        return key.names();
    }

    /** A member's share in percent; {@code null} where the group has no shares. */
    BigDecimal sharePercent(int member) {
        return key.hasShares() ? key.members().get(member).sharePercent() : null;
    }
}
