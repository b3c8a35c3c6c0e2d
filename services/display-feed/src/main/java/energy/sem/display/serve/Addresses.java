package energy.sem.display.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

/**
 * Reads addresses, each once: devices ask for few, and again and again. One with a key in it is not kept. Thread-safe.
 */
@Singleton
class Addresses {
    private static final int MOST_KEPT = 500;
    private static final int LONGEST_KEPT = 100;

    private final ConcurrentMap<String, Address> kept = new ConcurrentHashMap<>();
    private final QueryReader reader;

    Addresses(QueryReader reader) {
        this.reader = reader;
    }

    /** The address that was read before, if it was kept. */
    Optional<Address> known(String uri) {
        return Optional.ofNullable(kept.get(uri));
    }

    /**
     * Reads an address.
     *
     * @param uri as it came
     * @param path what follows {@code /display} in it, decoded and split at slashes
     * @param query what follows its question mark
     */
    Address read(String uri, List<String> path, QueryString query) throws BadQuery {
        Address address = new Address(reader.read(path, query));
        if (query.get("key") == null && uri.length() <= LONGEST_KEPT) {
            if (kept.size() >= MOST_KEPT) {
                // Whoever tries out addresses shall not make those of the devices cost more for ever.
                kept.clear();
            }
            kept.put(uri, address);
        }
        return address;
    }

    /** How many are kept. */
    int size() {
        return kept.size();
    }
}
