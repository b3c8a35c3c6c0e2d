package energy.sem.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReadKeysTest {
    private static final String RIGHT = "the right one";
    private static final int GUESSES = 10;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final ReadKeys keys = keys(
            List.of("another", RIGHT),
            Map.of(
                    "els",
                    reader("els's own", "home, attic"),
                    "jan",
                    reader("jan's own", "barn"),
                    "eva",
                    reader(" e ", "barn")));

    private static ReadKeys keys(List<String> forAll, Map<String, ReaderSettings.One> readers) {
        return new ReadKeys(forAll, readers, CLOCK);
    }

    /** As the settings say it: null for a setting that is not there. */
    private static ReaderSettings.One reader(String key, String meters) {
        return new ReaderSettings.One() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<List<String>> meters() {
                return Optional.ofNullable(meters).map(each -> Arrays.asList(each.split(",")));
            }
        };
    }

    @Test
    void without_keys_everyone_may_read_everything() {
        ReadKeys none = keys(List.of(), Map.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.haveReaders()).isFalse();
        assertThat(none.readable(Optional.empty(), "192.0.2.1", "missing", "wrong"))
                .isEqualTo(ReadableMeters.ALL);
        assertThat(keys.isEmpty()).isFalse();
        assertThat(keys.haveReaders()).isTrue();
    }

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({
        "another,        home attic barn cellar, true",
        "the right one,  home attic barn cellar, true",
        "els's own,      home attic,             false",
        "jan's own,      barn,                   false",
        "e,              barn,                   false"
    })
    void a_key_opens_what_it_is_for_and_nothing_else(String key, String opened, boolean all) {
        ReadableMeters readable = keys.readable(Optional.of(key), "192.0.2.1", "missing", "wrong");

        assertThat(readable.all()).isEqualTo(all);
        assertThat(List.of("home", "attic", "barn", "cellar"))
                .filteredOn(readable::opens)
                .containsExactly(opened.split(" "));
        assertThat(readable.opens("")).as("what is of the installation").isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guess", "els", "ELS'S OWN", "els's own ", "the right on", "home", ""})
    void another_key_opens_nothing(String key) {
        assertThat(keys.openedBy(key)).isEmpty();
        assertThat(status(key, "192.0.2.1")).isEqualTo(403);
    }

    @Test
    void who_has_no_key_and_who_has_a_wrong_one_is_told_so_in_the_words_of_the_service() {
        assertThatThrownBy(() -> keys.readable(Optional.empty(), "192.0.2.1", "send a key", "wrong"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401))
                .hasMessageContaining("send a key");
        assertThatThrownBy(() -> keys.readable(Optional.of("guess"), "192.0.2.1", "send a key", "look at the device"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403))
                .hasMessageContaining("look at the device");
    }

    @Test
    void who_guesses_waits() {
        guess("192.0.2.1");

        assertThat(status("guess", "192.0.2.1")).isEqualTo(429);
        assertThat(status("guess", "192.0.2.2")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {RIGHT, "els's own"})
    void a_right_key_is_let_in_however_many_wrong_ones_come_from_the_same_address(String key) {
        guess("192.0.2.1");

        assertThat(status(key, "192.0.2.1")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "k1,        s3cret,     home",
        "k1|k2,     s3cret,     ' home ,attic'",
        "k1|k1,     s3cret,     home",
        "' k1 ',    ' s3cret ', home"
    })
    void settings_that_fit_together_are_taken(String forAll, String key, String meters) {
        assertThat(ReadKey.of(List.of(forAll.split("\\|")), Map.of("els", reader(key, meters))))
                .hasSize(new HashSet<>(List.of(forAll.split("\\|"))).size() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        ",          els, s3cret,     home,        sem.readers.els.key: readers need sem.read-keys too",
        "'k1| ',    els, s3cret,     home,        'sem.read-keys: there is no key, or a blank one'",
        "k1,        els, '  ',       home,        'sem.readers.els.key: there is no key, or a blank one'",
        "k1,        els, ,           home,        'sem.readers.els.key: there is no key, or a blank one'",
        "k1,        els, s3cret,     ,            sem.readers.els.meters: say which meters",
        "k1,        els, s3cret,     'home,Roof', 'sem.readers.els.meters: \"Roof\" is no meter''s name'",
        "k1,        els, s3cret,     ' ',         'sem.readers.els.meters: \"\" is no meter''s name'",
        "k1,        Els, s3cret,     home,        'sem.readers.Els.key: a reader''s name is 1 to 32'",
        "s3cret,    els, s3cret,     home,        sem.read-keys and sem.readers.els.key have the same key",
        "s3cret,    els, ' s3cret ', home,        sem.read-keys and sem.readers.els.key have the same key"
    })
    void settings_that_do_not_fit_together_stop_the_start_in_words_without_a_key(
            String forAll, String name, String key, String meters, String fault) {
        List<String> all = forAll == null ? List.of() : List.of(forAll.split("\\|"));

        assertThatThrownBy(() -> ReadKey.of(all, Map.of(name, reader(key, meters))))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining(fault)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void until_the_start_is_stopped_nobody_may_read() {
        ReadKeys wrong = keys(List.of(), Map.of("els", reader("els's own", "home")));

        assertThat(wrong.isEmpty()).isFalse();
        assertThat(wrong.openedBy("els's own")).isEmpty();
        assertThatThrownBy(() -> wrong.readable(Optional.empty(), "192.0.2.1", "missing", "wrong"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> wrong.check(new StartupEvent()))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("readers need sem.read-keys too");
    }

    @Test
    void two_readers_with_one_key_stop_the_start() {
        Map<String, ReaderSettings.One> readers =
                new TreeMap<>(Map.of("els", reader("s3cret", "home"), "jan", reader("s3cret", "home")));

        assertThatThrownBy(() -> ReadKey.of(List.of("k1"), readers))
                .isInstanceOf(NoStart.class)
                .hasMessage(
                        "settings sem.readers.els.key and sem.readers.jan.key have the same key: give each reader its"
                                + " own");
    }

    @Test
    void who_may_read_the_same_is_the_same() {
        assertThat(ReadableMeters.only(Set.of("home"))).isEqualTo(ReadableMeters.only(Set.of("home")));
        assertThat(ReadableMeters.only(Set.of())).isNotEqualTo(ReadableMeters.ALL);
    }

    /** Readers that are administered: what a test says that there are. */
    private static final class Administered implements KeptReaders {
        private List<KeptReader> now = List.of();
        private Map<String, Set<String>> membersByGroup = Map.of();
        private boolean known = true;

        @Override
        public List<KeptReader> now() {
            return now;
        }

        @Override
        public Map<String, Set<String>> membersByGroup() {
            return membersByGroup;
        }

        @Override
        public boolean isKnown() {
            return known;
        }
    }

    private static KeptReader kept(String name, Set<String> meters, Set<String> groups, KeptReader.Key... keys) {
        return new KeptReader(name, false, meters, groups, List.of(keys));
    }

    private static KeptReader.Key hashed(String clear, Long fromSeconds, Long untilSeconds) {
        return new KeptReader.Key(
                HexFormat.of().formatHex(Keys.sha256(clear)),
                fromSeconds == null ? null : CLOCK.instant().plusSeconds(fromSeconds),
                untilSeconds == null ? null : CLOCK.instant().plusSeconds(untilSeconds));
    }

    private static ReadKeys with(Administered administered) {
        return new ReadKeys(
                List.of(RIGHT),
                Map.of("els", reader("els's own", "home")),
                Map.of("street", Set.of("home", "barn")),
                administered,
                false,
                CLOCK);
    }

    @Test
    void who_is_administered_reads_what_is_said_from_then_on_and_no_longer_than_that() {
        Administered administered = new Administered();
        ReadKeys both = with(administered);
        assertThat(both.openedBy("new")).isEmpty();

        administered.now = List.of(kept("eva", Set.of("attic"), Set.of(), hashed("new", null, null)));
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("attic")));

        administered.now = List.of(kept("eva", Set.of("attic", "barn"), Set.of(), hashed("new", null, null)));
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("attic", "barn")));

        administered.now = List.of();
        assertThat(both.openedBy("new")).isEmpty();
        assertThat(both.openedBy("els's own")).contains(ReadableMeters.of("els", Set.of("home")));
    }

    @ParameterizedTest
    @CsvSource({
        "    ,     , true",
        "   0,     , true",
        " 299,     , true",
        " 301,     , false",
        "-999,    1, true",
        "-999,    0, false",
        "    ,   -1, false",
    })
    void a_kept_key_opens_in_its_time_and_clocks_may_differ_by_five_minutes(Long from, Long until, boolean opens) {
        Administered administered = new Administered();
        administered.now = List.of(kept("eva", Set.of("attic"), Set.of(), hashed("new", from, until)));

        assertThat(with(administered).openedBy("new").isPresent()).isEqualTo(opens);
    }

    @Test
    void a_group_opens_its_members_and_one_that_is_not_there_nothing() {
        Administered administered = new Administered();
        administered.now = List.of(
                kept("eva", Set.of("attic"), Set.of("street"), hashed("of a street", null, null)),
                kept("odd", Set.of(), Set.of("nogroup"), hashed("of no group", null, null)),
                new KeptReader("all", true, Set.of(), Set.of(), List.of(hashed("of all", null, null))));
        ReadKeys both = with(administered);

        assertThat(both.openedBy("of a street")).contains(ReadableMeters.of("eva", Set.of("attic", "home", "barn")));
        assertThat(both.openedBy("of no group")).contains(ReadableMeters.of("odd", Set.of()));
        assertThat(both.openedBy("of all")).contains(ReadableMeters.ALL);
    }

    @Test
    void a_group_that_is_administered_opens_who_is_a_member_now_and_one_of_the_settings_wins() {
        Administered administered = new Administered();
        administered.now = List.of(kept("eva", Set.of(), Set.of("street", "yard"), hashed("new", null, null)));
        ReadKeys both = with(administered);
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("home", "barn")));

        administered.membersByGroup = Map.of("yard", Set.of("attic"), "street", Set.of("cellar"));
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("home", "barn", "attic")));

        administered.membersByGroup = Map.of("yard", Set.of("cellar"));
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("home", "barn", "cellar")));
        assertThat(both.groupsOfSettings()).containsOnlyKeys("street");

        administered.membersByGroup = Map.of();
        assertThat(both.openedBy("new")).contains(ReadableMeters.of("eva", Set.of("home", "barn")));
    }

    @Test
    void one_whose_name_the_settings_have_opens_nothing() {
        Administered administered = new Administered();
        administered.now = List.of(kept("els", Set.of("barn"), Set.of(), hashed("another of els", null, null)));

        assertThat(with(administered).openedBy("another of els")).isEmpty();
    }

    @Test
    void without_read_keys_who_is_administered_changes_nothing() {
        Administered administered = new Administered();
        administered.now = List.of(kept("eva", Set.of("attic"), Set.of(), hashed("new", null, null)));
        administered.known = false;
        ReadKeys open = new ReadKeys(List.of(), Map.of(), Map.of(), administered, false, CLOCK);

        assertThat(open.isEmpty()).isTrue();
        assertThat(open.haveReaders()).isFalse();
        assertThat(open.readable(Optional.of("new"), "192.0.2.1", "missing", "wrong"))
                .isEqualTo(ReadableMeters.ALL);
    }

    @Test
    void as_long_as_it_is_not_known_who_is_administered_a_key_that_opens_nothing_is_told_to_come_again() {
        Administered administered = new Administered();
        administered.known = false;
        ReadKeys both = with(administered);

        assertThat(both.haveReaders()).as("there may be").isTrue();
        assertThat(status(both, "perhaps", "192.0.2.9")).isEqualTo(503);
        assertThat(status(both, RIGHT, "192.0.2.9")).isZero();
        for (int i = 1; i < GUESSES; i++) {
            assertThat(status(both, "guess " + i, "192.0.2.9")).isEqualTo(503);
        }
        assertThat(status(both, "guess", "192.0.2.9")).isEqualTo(429);

        administered.known = true;
        assertThat(status(both, "perhaps", "192.0.2.10")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "ABCDEF"})
    void a_hash_that_is_none_is_no_key(String sha256) {
        assertThatThrownBy(() -> new KeptReader.Key(sha256, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private void guess(String address) {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(status("guess " + i, address)).isEqualTo(403);
        }
    }

    private int status(String key, String address) {
        return status(keys, key, address);
    }

    /** Zero for who is let in. */
    private static int status(ReadKeys keys, String key, String address) {
        Problem refused =
                catchThrowableOfType(Problem.class, () -> keys.readable(Optional.of(key), address, "missing", "wrong"));
        return refused == null ? 0 : refused.status();
    }

    @Test
    void where_people_sign_in_some_who_read_may_read_some_meters_only() {
        List<String> keys = List.of("one");

        assertThat(new ReadKeys(keys, Map.of(), Map.of(), new Administered(), true, CLOCK).haveReaders())
                .isTrue();
        assertThat(new ReadKeys(keys, Map.of(), Map.of(), new Administered(), false, CLOCK).haveReaders())
                .isFalse();
    }

    @Test
    void what_opens_as_a_key_does_is_counted_with_the_keys() {
        ReadKeys keys = new ReadKeys(List.of("one"), Map.of(), Clock.systemUTC());
        Problem wrong = Problem.unauthorized("a wrong token");
        for (int time = 0; time < 10; time++) {
            assertThat(keys.refusal("10.0.0.1", wrong)).isSameAs(wrong);
        }

        assertThat(keys.refusal("10.0.0.1", wrong).status()).isEqualTo(429);
        assertThat(keys.refusal("10.0.0.2", wrong)).isSameAs(wrong);
    }
}
