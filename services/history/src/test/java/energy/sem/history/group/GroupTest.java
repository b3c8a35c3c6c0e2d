package energy.sem.history.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.Setting;
import energy.sem.sharing.SharingMember;
import energy.sem.sharing.SharingRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What settings of a group mean, and which of them stop the start with the line that names them. */
class GroupTest {

    @Test
    void settings_make_a_group() {
        Group group = Group.of("street", " anna, bert ,roof", "fixed", "bert: 40, anna:60.0");
        assertThat(group.meters()).containsExactly("anna", "bert", "roof");
        assertThat(group.key().rule()).isEqualTo(SharingRule.FIXED);
        assertThat(group.key().members())
                .containsExactly(
                        new SharingMember("anna", 600_000),
                        new SharingMember("bert", 400_000),
                        new SharingMember("roof", 0));
        assertThat(group.sharePercent(2)).isZero();
    }

    @Test
    void thirds_can_be_said() {
        Group group = Group.of("trio", "a,b,c", "optimal", "a:33.3333,b:33.3333,c:33.3334");
        assertThat(group.key().members())
                .extracting(SharingMember::sharePpm)
                .containsExactly(333_333, 333_333, 333_334);
    }

    @Test
    void a_group_without_shares_has_none() {
        assertThat(Group.of("street", "anna,bert", "relative", null).sharePercent(0))
                .isNull();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-         | relative | -               | members: it has no members",
                "anna,anna | relative | -               | members: anna is a member twice",
                "share,share | relative | -             | members: share is a member twice",
                "anna,bert | best     | -               | key: it is none of fixed, fixed-rounds, relative, priority, optimal",
                "anna,bert | fixed    | -               | shares: the key fixed needs shares",
                "anna,bert | relative | anna:50,bert:50 | shares: the key relative takes no shares",
                "anna,bert | fixed    | anna:50,bert:49 | shares: the shares add up to 99 %, not to 100 %",
                "anna,bert | fixed    | anna:50,carl:50 | shares: carl is no member",
                "anna,bert | fixed    | anna:50,anna:50 | shares: anna has two",
                "anna,bert | fixed    | anna:101        | shares: anna has less than 0 % or more than 100 %"
            })
    void what_makes_no_group_is_named(String members, String key, String shares, String words) {
        assertThatThrownBy(() -> Group.of("street", members, key, shares))
                .hasMessage("setting sem.groups.street." + words);
    }

    @Test
    void a_group_has_at_most_a_thousand_members() {
        List<String> names = IntStream.range(0, 1001).mapToObj(i -> "m" + i).toList();
        assertThat(Group.of("many", String.join(",", names.subList(0, 1000)), "relative", null)
                        .meters())
                .hasSize(1000);
        assertThatThrownBy(() -> Group.of("many", String.join(",", names), "relative", null))
                .hasMessage("setting sem.groups.many.members: 1001 meters are more than 1000");
    }

    @Test
    void a_share_may_be_left_out_where_it_is_nothing() {
        assertThat(Group.of("street", "anna,bert", "fixed", "anna:100").key().members())
                .extracting(SharingMember::sharePpm)
                .isEqualTo(List.of(1_000_000, 0));
    }

    @Test
    void the_catalogue_of_settings_and_the_page_know_each_key() throws IOException {
        String words = Files.readString(Path.of("src/main/resources/META-INF/resources/words/group/en.js"));
        for (SharingRule rule : SharingRule.values()) {
            assertThat(Setting.Kind.SHARING_KEY.accepts(rule.word()))
                    .as(rule.word())
                    .isTrue();
            assertThat(Setting.Kind.SHARING_KEY.words()).contains(rule.word());
            assertThat(words).contains("\"groupKey-" + rule.word() + "\"");
        }
    }
}
