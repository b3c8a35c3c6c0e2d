package energy.sem.display.serve;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import energy.sem.display.cache.EncodedPicture;
import energy.sem.display.cache.RecentPictures;
import energy.sem.display.cache.Renderer;
import energy.sem.display.format.Encoding;

/** The test card in every encoding, drawn when first asked for. Thread-safe. */
@Singleton
class TestCards {
    private static final long MOST_BYTES = 2_000_000;

    private final RecentPictures<Encoding> cards = new RecentPictures<>(MOST_BYTES);
    private final Renderer renderer;
    private final Instant madeAt;

    TestCards(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        madeAt = clock.instant();
    }

    EncodedPicture in(Encoding encoding) {
        return cards.of(encoding, () -> EncodedPicture.first(renderer.testCard(encoding), madeAt));
    }
}
