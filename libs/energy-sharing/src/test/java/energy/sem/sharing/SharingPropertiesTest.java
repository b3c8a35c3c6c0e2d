package energy.sem.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every quarter hour of every group, under every rule. */
class SharingPropertiesTest {
    /** Far beyond a connection, so that products pass 64 bits. */
    private static final long MOST_WH = 2_000_000_000_000L;

    /** A member in a quarter hour; {@code weight} makes his share. */
    record Home(String name, int weight, long takenWh, long injectedWh) {}

    /** A group in a quarter hour. */
    record Case(SharingRule rule, List<Home> homes) {
        SharingKey key() {
            long sum = homes.stream().mapToLong(Home::weight).sum();
            boolean shares = sum > 0 && rule.takesShares();
            List<SharingMember> members = new ArrayList<>();
            int left = SharingMember.WHOLE_PPM;
            for (Home each : homes) {
                int ppm = shares ? (int) (SharingMember.WHOLE_PPM * (long) each.weight / sum) : 0;
                members.add(new SharingMember(each.name, ppm));
                left -= ppm;
            }
            if (shares) {
                // What rounding left goes to the last by name, whatever the order.
                Home last = Collections.max(homes, (a, b) -> a.name.compareTo(b.name));
                int at = homes.indexOf(last);
                members.set(at, new SharingMember(last.name, members.get(at).sharePpm() + left));
            }
            return new SharingKey(rule, members);
        }

        SharedQuarter shared() {
            return key().share(taken(), injected());
        }

        long[] taken() {
            return homes.stream().mapToLong(Home::takenWh).toArray();
        }

        long[] injected() {
            return homes.stream().mapToLong(Home::injectedWh).toArray();
        }
    }

    @Property
    void what_all_receive_and_what_all_give_is_what_is_shared(@ForAll("cases") Case each) {
        SharedQuarter shared = each.shared();
        long received = 0;
        long given = 0;
        for (int i = 0; i < each.homes.size(); i++) {
            received += Math.max(0, shared.receivedWh(i));
            given += Math.max(0, shared.givenWh(i));
        }
        assertThat(received).isEqualTo(shared.sharedWh());
        assertThat(given).isEqualTo(shared.sharedWh());
    }

    @Property
    void nobody_gets_more_than_he_takes_nor_gives_more_than_he_injects(@ForAll("cases") Case each) {
        SharedQuarter shared = each.shared();
        for (int i = 0; i < each.homes.size(); i++) {
            Home home = each.homes.get(i);
            if (home.takenWh == SharingKey.UNKNOWN) {
                assertThat(shared.receivedWh(i)).isEqualTo(SharingKey.UNKNOWN);
                assertThat(shared.givenWh(i)).isEqualTo(SharingKey.UNKNOWN);
            } else {
                assertThat(shared.receivedWh(i)).isBetween(0L, home.takenWh);
                assertThat(shared.givenWh(i)).isBetween(0L, home.injectedWh);
            }
        }
    }

    @Property
    void nothing_is_shared_beyond_what_is_injected_and_taken(@ForAll("cases") Case each) {
        long most = Math.min(sum(each.injected()), sum(each.taken()));
        SharedQuarter shared = each.shared();
        assertThat(shared.sharedWh()).isBetween(0L, most);
        if (each.rule == SharingRule.RELATIVE
                || each.rule == SharingRule.PRIORITY
                || each.rule == SharingRule.OPTIMAL) {
            assertThat(shared.sharedWh()).as("as much as can be").isEqualTo(most);
        }
        boolean all = each.homes.stream().noneMatch(home -> home.takenWh == SharingKey.UNKNOWN);
        assertThat(shared.isComplete()).isEqualTo(all);
    }

    @Property
    void rounds_leave_nothing_over_while_one_with_a_share_still_takes(@ForAll("cases") Case each) {
        Case rounds = new Case(SharingRule.FIXED_ROUNDS, withShare(each.homes));
        SharedQuarter shared = rounds.shared();
        List<SharingMember> members = rounds.key().members();
        boolean open = false;
        for (int i = 0; i < members.size(); i++) {
            open |= members.get(i).sharePpm() > 0 && shared.receivedWh(i) < rounds.homes.get(i).takenWh;
        }
        if (open) {
            assertThat(shared.sharedWh()).isEqualTo(sum(rounds.injected()));
        }
    }

    @Property
    void the_order_of_members_does_not_matter_but_for_priority(@ForAll("cases") Case each, @ForAll Random random) {
        List<Home> mixed = new ArrayList<>(each.homes);
        Collections.shuffle(mixed, random);
        Case other = new Case(each.rule, mixed);
        SharedQuarter one = each.shared();
        SharedQuarter two = other.shared();
        assertThat(two.sharedWh()).isEqualTo(one.sharedWh());
        for (int i = 0; i < mixed.size() && each.rule != SharingRule.PRIORITY; i++) {
            int before = each.homes.indexOf(mixed.get(i));
            assertThat(two.receivedWh(i)).as(mixed.get(i).name).isEqualTo(one.receivedWh(before));
            assertThat(two.givenWh(i)).as(mixed.get(i).name).isEqualTo(one.givenWh(before));
        }
    }

    @Property
    void relative_parts_are_within_one_of_the_proportion(@ForAll("cases") Case each) {
        Case relative = new Case(SharingRule.RELATIVE, each.homes);
        SharedQuarter shared = relative.shared();
        double taken = sum(relative.taken());
        for (int i = 0; i < each.homes.size() && taken > 0 && taken < 1e9; i++) {
            if (shared.receivedWh(i) != SharingKey.UNKNOWN) {
                double exact = shared.sharedWh() * (each.homes.get(i).takenWh / taken);
                assertThat((double) shared.receivedWh(i)).isBetween(exact - 1.001, exact + 1.001);
            }
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Long> wh = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 20)),
                Tuple.of(3, Arbitraries.longs().between(0, 5_000)),
                Tuple.of(1, Arbitraries.longs().between(0, MOST_WH)));
        Arbitrary<Home> home = Combinators.combine(
                        Arbitraries.strings().withCharRange('a', 'e').ofLength(3),
                        Arbitraries.integers().between(0, 7),
                        wh,
                        wh,
                        Arbitraries.integers().between(0, 9))
                .as((name, weight, taken, injected, luck) -> luck == 0
                        ? new Home(name, weight, SharingKey.UNKNOWN, SharingKey.UNKNOWN)
                        : new Home(name, weight, taken, luck < 5 ? 0 : injected));
        return Combinators.combine(
                        Arbitraries.of(SharingRule.class),
                        home.list().ofMinSize(1).ofMaxSize(12).uniqueElements(Home::name))
                .as((rule, homes) -> new Case(rule, rule.needsShares() ? withShare(homes) : homes));
    }

    /** The same, somebody with a share among them. */
    private static List<Home> withShare(List<Home> homes) {
        if (homes.stream().anyMatch(each -> each.weight > 0)) {
            return homes;
        }
        return homes.stream()
                .map(each -> new Home(each.name, 1, each.takenWh, each.injectedWh))
                .toList();
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long each : values) {
            sum += Math.max(0, each);
        }
        return sum;
    }
}
