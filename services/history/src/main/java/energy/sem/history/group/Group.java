package energy.sem.history.group;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.sharing.SharingKey;
import energy.sem.sharing.SharingMember;
import energy.sem.sharing.SharingRule;

/**
 * Meters that are seen together, and how they share.
 *
 * @param name as in every URL
 * @param key whose members are named as their meters are
 */
public record Group(String name, SharingKey key) {
    /** More than this would take minutes to read. */
    static final int MOST_MEMBERS = 1000;

    private static final int PPM_IN_PERCENT = 4;

    /**
     * The group that settings describe, whose form has been checked.
     *
     * @param members meters, separated by commas; {@code null} when nobody said any
     * @param rule the word of a rule
     * @param shares meters with their percent; {@code null} for none
     * @throws IllegalArgumentException as a line that names the setting
     */
    static Group of(String name, String members, String rule, String shares) {
        List<String> meters = split(members);
        if (meters.size() > MOST_MEMBERS) {
            throw fault(name, "members", meters.size() + " meters are more than " + MOST_MEMBERS);
        }
        Map<String, Integer> sharesPpm = shares(name, shares);
        sharesPpm.keySet().stream()
                .filter(each -> !meters.contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw fault(name, "shares", each + " is not among sem.groups." + name + ".members");
                });
        SharingRule of = SharingRule.of(rule).orElseThrow(() -> fault(name, "key", "\"" + rule + "\" is unknown"));
        try {
            return new Group(
                    name,
                    new SharingKey(
                            of,
                            meters.stream()
                                    .map(each -> new SharingMember(each, sharesPpm.getOrDefault(each, 0)))
                                    .toList()));
        } catch (IllegalArgumentException e) {
            // No name has a space.
            String about = e.getMessage().contains(" member") ? "members" : "shares";
            throw fault(name, about, e.getMessage());
        }
    }

    private static Map<String, Integer> shares(String name, String shares) {
        Map<String, Integer> sharesPpm = new LinkedHashMap<>();
        for (String each : split(shares)) {
            String[] parts = each.split(":", -1);
            String meter = parts[0].strip();
            BigDecimal percent = new BigDecimal(parts[1].strip());
            if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw fault(name, "shares", meter + " has more than 100 %");
            }
            if (sharesPpm.put(meter, percent.movePointRight(PPM_IN_PERCENT).intValueExact()) != null) {
                throw fault(name, "shares", meter + " has two");
            }
        }
        return sharesPpm;
    }

    private static List<String> split(String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private static IllegalArgumentException fault(String name, String what, String words) {
        return new IllegalArgumentException("setting sem.groups." + name + "." + what + ": " + words);
    }

    /** The names of its members' meters, in the order of the settings. */
    public List<String> meters() {
        return key.members().stream().map(SharingMember::name).toList();
    }

    /** A member's share in percent; {@code null} where the group has no shares. */
    BigDecimal sharePercent(int member) {
        boolean any = key.members().stream().anyMatch(each -> each.sharePpm() > 0);
        return any ? BigDecimal.valueOf(key.members().get(member).sharePpm(), PPM_IN_PERCENT) : null;
    }
}
