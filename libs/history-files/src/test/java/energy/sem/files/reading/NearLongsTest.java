package energy.sem.files.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class NearLongsTest {

    @Property
    void what_was_set_is_there_and_nothing_else(@ForAll @Size(max = 40) List<Long> values) {
        NearLongs longs = new NearLongs(new AtomicLong());
        Map<Integer, Long> set = new HashMap<>();
        for (long value : values) {
            int index = Math.floorMod(value, 128);
            longs.set(index, value);
            set.put(index, value);
        }

        for (int i = 0; i < 128; i++) {
            assertThat(longs.get(i)).isEqualTo(set.getOrDefault(i, NearLongs.ABSENT));
        }
    }
}
