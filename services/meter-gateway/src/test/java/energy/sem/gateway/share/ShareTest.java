package energy.sem.gateway.share;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShareTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"home", "roof", "m1", "m999", "a"})
    void a_meter_is_in_the_partition_that_a_producer_chooses_for_its_name(String meter) {
        int chosen = BuiltInPartitioner.partitionForKey(meter.getBytes(StandardCharsets.UTF_8), 24);

        assertThat(IntStream.range(0, 24).filter(each -> new Share(24, Set.of(each)).has(meter)))
                .containsExactly(chosen);
    }

    @Test
    void every_meter_is_in_one_of_the_shares_and_each_share_has_some_of_a_thousand() {
        List<Share> all = List.of(
                new Share(24, Set.of(0, 1, 2, 3, 4, 5, 6, 7)),
                new Share(24, Set.of(8, 9, 10, 11, 12, 13, 14, 15)),
                new Share(24, Set.of(16, 17, 18, 19, 20, 21, 22, 23)));
        int[] meters = new int[3];
        for (int i = 0; i < 1_000; i++) {
            String meter = "m" + i;
            assertThat(all.stream().filter(share -> share.has(meter))).hasSize(1);
            for (int each = 0; each < 3; each++) {
                meters[each] += all.get(each).has(meter) ? 1 : 0;
            }
        }
        assertThat(IntStream.of(meters)).allMatch(count -> count > 270 && count < 400);
    }

    @Test
    void all_has_every_meter_and_none_has_none() {
        assertThat(Share.ALL.has("home")).isTrue();
        assertThat(Share.NONE.has("home")).isFalse();
    }

    @Test
    void a_share_is_remembered_and_without_some_it_is_the_rest() {
        RememberedShare remembered = new RememberedShare(folder.resolve("backlog"));
        assertThat(remembered.read()).isEmpty();

        remembered.keep(new Share(24, Set.of(1, 17, 4)).without(Set.of(4)));

        assertThat(new RememberedShare(folder.resolve("backlog")).read()).contains(new Share(24, Set.of(1, 17)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, , nothing",
        "9, 24 1 17, nothing",
        "10, 24 1 17, 24 1 17",
        "10, , 1 0",
        "129, 24 1 17, 24 1 17",
        "130, 24 1 17, 1 0"
    })
    void without_kafka_it_is_first_what_was_read_before_and_after_two_minutes_all_as_nobody_else_may_be_there(
            int seconds, String before, String read) {
        Optional<Share> share = SourceShare.unheard(
                Duration.ofSeconds(seconds), Optional.ofNullable(before).map(Share::parse));

        assertThat(share.map(Share::line).orElse("nothing")).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "24 x", "24 24", "0", "24 -1", "24  1"})
    void what_is_no_share_is_not_taken_for_one(String line) throws Exception {
        assertThatThrownBy(() -> Share.parse(line)).isInstanceOf(IllegalArgumentException.class);

        Files.writeString(folder.resolve("share"), line);
        assertThat(new RememberedShare(folder).read()).isEmpty();
    }
}
