package energy.sem.display.cache;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentPicturesTest {
    private final RecentPictures<String> pictures = new RecentPictures<>(100);
    private final AtomicInteger made = new AtomicInteger();

    private EncodedPicture of(String key, int bytes) {
        return pictures.of(key, () -> {
            made.incrementAndGet();
            return EncodedPicture.first(new byte[bytes], Instant.EPOCH);
        });
    }

    @Test
    void a_picture_is_made_once() {
        EncodedPicture first = of("a", 40);
        assertThat(of("a", 40)).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void the_longest_unasked_goes_when_the_bytes_are_too_many() {
        EncodedPicture a = of("a", 40);
        of("b", 40);
        of("a", 40);
        of("c", 40);
        assertThat(pictures.bytes()).isEqualTo(80);
        assertThat(of("a", 40)).isSameAs(a);
        assertThat(made).hasValue(3);
        of("b", 40);
        assertThat(made).hasValue(4);
    }

    @Test
    void what_is_larger_than_all_room_is_given_and_not_kept() {
        of("a", 40);
        assertThat(of("large", 101).length()).isEqualTo(101);
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void forgotten_pictures_are_made_again() {
        of("a", 40);
        pictures.forget();
        assertThat(pictures.bytes()).isZero();
        of("a", 40);
        assertThat(made).hasValue(2);
    }
}
