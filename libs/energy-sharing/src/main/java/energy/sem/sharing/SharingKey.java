package energy.sem.sharing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import energy.sem.sharing.NoKeyException.Part;

/**
 * By which a group shares: a rule and its members. Of each quarter hour it says who gets how much: all parts are whole Wh and
 * add up to what is shared, nobody gets more than he takes, and nothing is shared that was not injected. Immutable.
 */
public final class SharingKey {
    /** In place of Wh that nobody knows: no meter counts less than nothing. */
    public static final long UNKNOWN = -1;

    /** More than this would take minutes to read. */
    public static final int MOST_MEMBERS = 1000;

    private final SharingRule rule;
    private final List<SharingMember> members;
    private final long[] shares;
    private final LargestRemainder remainder;

    /**
     * @param members in the order of the rule {@link SharingRule#PRIORITY}; to the others order means nothing
     * @throws NoKeyException in words for whoever set it up: nobody, too many, a name twice, shares that are missing, useless or
     *     do not add up to the whole
     */
    public SharingKey(SharingRule rule, List<SharingMember> members) {
        this.rule = rule;
        this.members = List.copyOf(members);
        shares = members.stream().mapToLong(SharingMember::sharePpm).toArray();
        check(LargestRemainder.sum(shares));
        int[] ranks = new int[members.size()];
        List<Integer> byName = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparing(i -> members.get(i).name()))
                .toList();
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[byName.get(rank)] = rank;
        }
        remainder = new LargestRemainder(ranks);
    }

    /**
     * The key that people describe.
     *
     * @param rule the word of a rule
     * @param sharesPercent by the members' names; who has none here has no share
     * @throws NoKeyException as the constructor, and where there is no such rule, a share is somebody's who is no member, or no
     *     percentage of at most four decimals
     */
    public static SharingKey of(String rule, List<String> members, Map<String, BigDecimal> sharesPercent) {
        SharingRule of = SharingRule.of(rule)
                .orElseThrow(() -> new NoKeyException(Part.KEY, "it is none of " + SharingRule.words()));
        requireNotMany(members.size());
        Set<String> names = new HashSet<>(members);
        sharesPercent.keySet().stream()
                .filter(each -> !names.contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw new NoKeyException(Part.SHARES, each + " is no member");
                });
        return new SharingKey(
                of,
                members.stream()
                        .map(each -> SharingMember.ofPercent(each, sharesPercent.getOrDefault(each, BigDecimal.ZERO)))
                        .toList());
    }

    private static void requireNotMany(int members) {
        if (members > MOST_MEMBERS) {
            throw new NoKeyException(Part.MEMBERS, members + " meters are more than " + MOST_MEMBERS);
        }
    }

    private void check(long sumPpm) {
        if (members.isEmpty()) {
            throw new NoKeyException(Part.MEMBERS, "it has no members");
        }
        requireNotMany(members.size());
        Set<String> names = new HashSet<>();
        for (SharingMember each : members) {
            if (!names.add(each.name())) {
                throw new NoKeyException(Part.MEMBERS, each.name() + " is a member twice");
            }
        }
        if (sumPpm == 0 ? rule.needsShares() : !rule.takesShares()) {
            throw new NoKeyException(
                    Part.SHARES, "the key " + rule.word() + (sumPpm == 0 ? " needs shares" : " takes no shares"));
        }
        if (sumPpm != 0 && sumPpm != SharingMember.WHOLE_PPM) {
            throw new NoKeyException(
                    Part.SHARES,
                    "the shares add up to "
                            + SharingMember.percent(sumPpm).stripTrailingZeros().toPlainString() + " %, not to 100 %");
        }
    }

    public SharingRule rule() {
        return rule;
    }

    /** In the order in which they were given. */
    public List<SharingMember> members() {
        return members;
    }

    /** The names of the members, in the order in which they were given. */
    public List<String> names() {
        return members.stream().map(SharingMember::name).toList();
    }

    /** Whether anybody has a share. */
    public boolean hasShares() {
        return members.stream().anyMatch(each -> each.sharePpm() > 0);
    }

    /** Whether it shares by the same rule among the same members in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SharingKey key && rule == key.rule && members.equals(key.members);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, members);
    }

    @Override
    public String toString() {
        return rule.word() + " " + members;
    }

    /**
     * What is shared in one quarter hour. Who is {@link #UNKNOWN} takes no part, stays unknown and marks the quarter hour;
     * under {@link SharingRule#FIXED} his share is nobody's.
     *
     * @param takenWh of each member from the grid, at least 0 or {@link #UNKNOWN}
     * @param injectedWh of each member to the grid, at least 0 or {@link #UNKNOWN}
     */
    public SharedQuarter share(long[] takenWh, long[] injectedWh) {
        long[] taken = known(takenWh);
        long[] injected = known(injectedWh);
        long pool = LargestRemainder.sum(injected);
        long[] received =
                switch (rule) {
                    case FIXED -> fixed(pool, taken);
                    case FIXED_ROUNDS -> rounds(pool, taken);
                    case RELATIVE -> relative(pool, taken);
                    case PRIORITY -> priority(pool, taken);
                    case OPTIMAL -> optimal(pool, taken);
                };
        long shared = LargestRemainder.sum(received);
        long[] given = remainder.parts(shared, injected);
        int unknown = mark(received, takenWh) + mark(given, injectedWh);
        return new SharedQuarter(received, given, shared, unknown == 0);
    }

    private long[] known(long[] wh) {
        if (wh.length != members.size()) {
            throw new IllegalArgumentException(wh.length + " values of " + members.size() + " members");
        }
        long[] known = wh.clone();
        for (int i = 0; i < known.length; i++) {
            if (known[i] < UNKNOWN) {
                throw new IllegalArgumentException(members.get(i).name() + " has " + known[i] + " Wh");
            }
            known[i] = Math.max(0, known[i]);
        }
        return known;
    }

    /** Says of each part whose value was not known that it is not; returns how many. */
    private static int mark(long[] parts, long[] wh) {
        int unknown = 0;
        for (int i = 0; i < wh.length; i++) {
            if (wh[i] == UNKNOWN) {
                parts[i] = UNKNOWN;
                unknown++;
            }
        }
        return unknown;
    }

    private long[] fixed(long pool, long[] taken) {
        return capped(remainder.parts(pool, shares), taken);
    }

    private long[] rounds(long pool, long[] taken) {
        long[] received = new long[taken.length];
        long left = pool;
        while (left > 0) {
            long[] open = new long[taken.length];
            for (int i = 0; i < open.length; i++) {
                open[i] = received[i] < taken[i] ? shares[i] : 0;
            }
            if (LargestRemainder.sum(open) == 0) {
                break;
            }
            // Either somebody has all that he takes after this, or nothing is left: so it ends.
            long[] more = capped(remainder.parts(left, open), missing(taken, received));
            add(received, more);
            left -= LargestRemainder.sum(more);
        }
        return received;
    }

    private long[] relative(long pool, long[] taken) {
        return pool >= LargestRemainder.sum(taken) ? taken.clone() : remainder.parts(pool, taken);
    }

    private static long[] priority(long pool, long[] taken) {
        long[] received = new long[taken.length];
        long left = pool;
        for (int i = 0; i < taken.length; i++) {
            received[i] = Math.min(left, taken[i]);
            left -= received[i];
        }
        return received;
    }

    private long[] optimal(long pool, long[] taken) {
        long[] received = fixed(pool, taken);
        add(received, relative(pool - LargestRemainder.sum(received), missing(taken, received)));
        return received;
    }

    private static long[] capped(long[] parts, long[] most) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.min(parts[i], most[i]);
        }
        return parts;
    }

    private static long[] missing(long[] taken, long[] received) {
        long[] missing = new long[taken.length];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = taken[i] - received[i];
        }
        return missing;
    }

    private static void add(long[] sum, long[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
