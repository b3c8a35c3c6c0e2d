package energy.sem.ingest.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import energy.sem.event.Occurrence;

/** What an invented meter says beside its counts; two gateways may contradict each other. The same seed says the same. */
final class RandomOccurrences {
    private static final List<String> STATES = List.of("connected", "disconnected", "ready-for-reconnection");

    private final Random random;
    private final List<Occurrence> said = new ArrayList<>();
    private long sags;

    RandomOccurrences(long seed) {
        this.random = new Random(seed);
    }

    /** In most events nothing, in some something new, in some all of it again. */
    List<Occurrence> at(Instant at, String serial) {
        if (random.nextInt(20) > 0) {
            return List.of();
        }
        if (random.nextInt(5) == 0) {
            return List.copyOf(said);
        }
        List<Occurrence> news = new ArrayList<>();
        String state = STATES.get(random.nextInt(STATES.size()));
        news.add(new Occurrence("breaker", serial, null, at, null, state, null));
        if (random.nextInt(4) == 0) {
            news.add(new Occurrence("breaker", serial, null, at, null, STATES.get(0), null));
        }
        sags += random.nextInt(2);
        news.add(new Occurrence("sags", serial, 1 + random.nextInt(3), at, sags, null, null));
        news.add(new Occurrence("text", serial, null, at, null, random.nextBoolean() ? null : "é" + sags, null));
        Instant end = at.minusSeconds(random.nextInt(100_000));
        news.add(new Occurrence("power-failure", serial, null, end, null, null, 180L + random.nextInt(5000)));
        said.addAll(news);
        return news;
    }
}
