package energy.sem.display.serve;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

import energy.sem.display.cache.EncodedPicture;
import energy.sem.display.cache.Renderer;
import energy.sem.display.format.Encoding;

/** The test card in every encoding, drawn when first asked for. Thread-safe. */
@Singleton
class TestCards {
    private final ConcurrentMap<Encoding, EncodedPicture> cards = new ConcurrentHashMap<>();
    private final Renderer renderer;
    private final Instant madeAt;

    TestCards(Renderer renderer, Clock clock) {
        this.renderer = renderer;
        madeAt = clock.instant();
    }

    EncodedPicture in(Encoding encoding) {
        return cards.computeIfAbsent(encoding, wanted -> EncodedPicture.first(renderer.testCard(wanted), madeAt));
    }
}
