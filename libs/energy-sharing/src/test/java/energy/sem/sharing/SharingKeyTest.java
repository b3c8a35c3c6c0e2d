package energy.sem.sharing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The worked example of docs/groups.md, reckoned by hand, and what a key refuses. */
class SharingKeyTest {
    private static final List<String> NAMES = List.of("anna", "bert", "cleo", "dora");

    /** What each takes and injects: together 1000 Wh and 601 Wh. */
    private static final long[] TAKEN = {700, 200, 100, 0};

    private static final long[] INJECTED = {0, 0, 400, 201};
    private static final int[] SHARES = {500_000, 300_000, 200_000, 0};

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FIXED,        301, 180, 100, 0, 387, 194",
        "FIXED_ROUNDS, 314, 187, 100, 0, 400, 201",
        "RELATIVE,     421, 120,  60, 0, 400, 201",
        "PRIORITY,     601,   0,   0, 0, 400, 201",
        "OPTIMAL,      320, 181, 100, 0, 400, 201"
    })
    void the_worked_example(SharingRule rule, long anna, long bert, long cleo, long dora, long ofCleo, long ofDora) {
        SharedQuarter shared = key(rule).share(TAKEN, INJECTED);
        assertThat(received(shared)).containsExactly(anna, bert, cleo, dora);
        assertThat(given(shared)).containsExactly(0, 0, ofCleo, ofDora);
        assertThat(shared.sharedWh()).isEqualTo(anna + bert + cleo + dora).isEqualTo(ofCleo + ofDora);
        assertThat(shared.isComplete()).isTrue();
    }

    @Test
    void optimal_without_shares_is_relative() {
        SharingKey key = key(SharingRule.OPTIMAL, 0, 0, 0, 0);
        assertThat(received(key.share(TAKEN, INJECTED))).containsExactly(421, 120, 60, 0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FIXED,          0, 180, 100, 0",
        "FIXED_ROUNDS,   0, 200, 100, 0",
        "RELATIVE,       0, 200, 100, 0",
        "PRIORITY,       0, 200, 100, 0",
        "OPTIMAL,        0, 200, 100, 0"
    })
    void who_is_not_known_gets_no_number_and_marks_the_quarter_hour(
            SharingRule rule, long none, long bert, long cleo, long dora) {
        long unknown = SharingKey.UNKNOWN;
        SharedQuarter shared = key(rule).share(new long[] {unknown, 200, 100, 0}, new long[] {unknown, 0, 400, 201});
        assertThat(received(shared)).containsExactly(unknown, bert, cleo, dora);
        assertThat(shared.givenWh(0)).isEqualTo(unknown);
        assertThat(shared.sharedWh()).isEqualTo(bert + cleo + none);
        assertThat(shared.isComplete()).isFalse();
    }

    @Test
    void where_nothing_is_injected_or_taken_nothing_is_shared() {
        for (SharingRule rule : SharingRule.values()) {
            assertThat(key(rule).share(TAKEN, new long[4]).sharedWh()).isZero();
            assertThat(key(rule).share(new long[4], INJECTED).sharedWh()).isZero();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FIXED    | 0 0           | the key fixed needs shares",
                "RELATIVE | 500000 500000 | the key relative takes no shares",
                "PRIORITY | 1000000 0     | the key priority takes no shares",
                "FIXED    | 600000 300000 | the shares add up to 90 %, not to 100 %",
                "FIXED    | 1000000 1     | the shares add up to 100.0001 %, not to 100 %",
                "OPTIMAL  | 1 0           | the shares add up to 0.0001 %, not to 100 %"
            })
    void shares_that_are_missing_useless_or_not_the_whole_are_refused(SharingRule rule, String shares, String words) {
        int[] ppm =
                Arrays.stream(shares.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        List<SharingMember> members = List.of(new SharingMember("anna", ppm[0]), new SharingMember("bert", ppm[1]));
        assertThatThrownBy(() -> new SharingKey(rule, members)).hasMessage(words);
    }

    @Test
    void a_member_twice_and_nobody_at_all_are_refused() {
        SharingMember anna = new SharingMember("anna", 0);
        assertThatThrownBy(() -> new SharingKey(SharingRule.RELATIVE, List.of(anna, anna)))
                .hasMessage("anna is a member twice");
        assertThatThrownBy(() -> new SharingKey(SharingRule.RELATIVE, List.of()))
                .hasMessage("it has no members");
        assertThatThrownBy(() -> new SharingMember("anna", -1)).hasMessageContaining("anna");
        assertThatThrownBy(() -> new SharingMember("anna", 1_000_001)).hasMessageContaining("anna");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "best     | anna bert | anna=100            | KEY     | it is none of fixed, fixed-rounds, relative, priority, optimal",
                "relative | anna anna |                     | MEMBERS | anna is a member twice",
                "fixed    | anna bert | anna=50 cleo=50     | SHARES  | cleo is no member",
                "fixed    | anna bert | anna=101 bert=-1    | SHARES  | anna has less than 0 % or more than 100 %",
                "fixed    | anna bert | anna=100.00001      | SHARES  | anna has less than 0 % or more than 100 %",
                "fixed    | anna bert | anna=-0.1           | SHARES  | anna has less than 0 % or more than 100 %",
                "fixed    | anna bert | anna=1e999999999    | SHARES  | anna has less than 0 % or more than 100 %",
                "fixed    | anna bert | anna=1e-999999999   | SHARES  | the percentage of anna has more than four decimals",
                "fixed    | anna bert | anna=33.33333       | SHARES  | the percentage of anna has more than four decimals",
                "fixed    | anna bert | anna=60             | SHARES  | the shares add up to 60 %, not to 100 %",
                "fixed    | anna bert |                     | SHARES  | the key fixed needs shares",
            })
    void what_people_say_that_makes_no_key_is_told_with_what_it_is_about(
            String rule, String members, String shares, NoKeyException.Part part, String words) {
        Map<String, BigDecimal> percents = new LinkedHashMap<>();
        if (shares != null) {
            for (String each : shares.split(" ", -1)) {
                percents.put(each.split("=", -1)[0], new BigDecimal(each.split("=", -1)[1]));
            }
        }

        assertThatThrownBy(() -> SharingKey.of(rule, List.of(members.split(" ", -1)), percents))
                .hasMessage(words)
                .asInstanceOf(InstanceOfAssertFactories.type(NoKeyException.class))
                .returns(part, NoKeyException::part);
    }

    @Test
    void what_people_say_is_a_key_and_equal_to_the_same_made_otherwise() {
        SharingKey said = SharingKey.of(
                "optimal",
                List.of("anna", "bert", "cleo"),
                Map.of("bert", new BigDecimal("33.3333"), "anna", new BigDecimal("66.66670000")));

        assertThat(said)
                .isEqualTo(new SharingKey(
                        SharingRule.OPTIMAL,
                        List.of(
                                new SharingMember("anna", 666_667),
                                new SharingMember("bert", 333_333),
                                new SharingMember("cleo", 0))))
                .isNotEqualTo(SharingKey.of("optimal", said.names(), Map.of()))
                .isNotEqualTo(SharingKey.of("optimal", List.of("bert", "anna", "cleo"), Map.of()));
        assertThat(said.hasShares()).isTrue();
        assertThat(said.members().get(1).sharePercent()).isEqualByComparingTo("33.3333");
    }

    @Test
    void a_key_is_of_at_most_a_thousand() {
        List<String> names = IntStream.range(0, 1001).mapToObj(i -> "m" + i).toList();

        assertThat(SharingKey.of("relative", names.subList(0, 1000), Map.of()).members())
                .hasSize(1000);
        assertThatThrownBy(() -> SharingKey.of("relative", names, Map.of()))
                .hasMessage("1001 meters are more than 1000");
    }

    @Test
    void what_no_meter_counts_is_refused() {
        SharingKey key = key(SharingRule.RELATIVE, 0, 0, 0, 0);
        assertThatThrownBy(() -> key.share(new long[3], new long[4])).hasMessage("3 values of 4 members");
        assertThatThrownBy(() -> key.share(new long[] {0, -2, 0, 0}, new long[4]))
                .hasMessage("bert has -2 Wh");
    }

    @Test
    void each_rule_is_known_by_its_word() {
        for (SharingRule rule : SharingRule.values()) {
            assertThat(SharingRule.of(rule.word())).contains(rule);
        }
        assertThat(SharingRule.of("Fixed")).isEmpty();
    }

    private static SharingKey key(SharingRule rule) {
        return rule.takesShares() ? key(rule, SHARES) : key(rule, 0, 0, 0, 0);
    }

    private static SharingKey key(SharingRule rule, int... shares) {
        SharingMember[] members = new SharingMember[NAMES.size()];
        Arrays.setAll(members, i -> new SharingMember(NAMES.get(i), shares[i]));
        return new SharingKey(rule, List.of(members));
    }

    private static long[] received(SharedQuarter shared) {
        return new long[] {shared.receivedWh(0), shared.receivedWh(1), shared.receivedWh(2), shared.receivedWh(3)};
    }

    private static long[] given(SharedQuarter shared) {
        return new long[] {shared.givenWh(0), shared.givenWh(1), shared.givenWh(2), shared.givenWh(3)};
    }
}
