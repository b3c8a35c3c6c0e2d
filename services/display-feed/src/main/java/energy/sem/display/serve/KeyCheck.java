package energy.sem.display.serve;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;

/**
 * Refuses whoever has no read key, where any is set. The key comes in {@code X-API-Key}, as a Bearer token, or for
 * devices that can set no header in {@code ?key=}; of a TRMNL its own token counts too. It is written nowhere. Whoever guesses has to wait: history has the same
 * keys, and its patience would be worth nothing beside a door that lets anybody try. Thread-safe.
 */
@Singleton
class KeyCheck {
    private final ReadKeys readKeys;
    private final TrmnlAccess trmnl;

    /** @param readKeys without any, everyone may read */
    KeyCheck(@ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys, TrmnlAccess trmnl, Clock clock) {
        this.readKeys = new ReadKeys(readKeys.orElse(List.of()), clock);
        this.trmnl = trmnl;
    }

    /**
     * Why the request is not answered, if it is not.
     *
     * @param inAddress the key in the address, or null
     */
    Optional<Problem> refusal(HttpServerRequest request, String inAddress) {
        if (readKeys.isEmpty()) {
            return Optional.empty();
        }
        String token = request.getHeader("Access-Token");
        if (trmnl.opens(request.getHeader("ID"), token)) {
            return Optional.empty();
        }
        Optional<String> given = Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization"))
                .or(() -> Optional.ofNullable(inAddress).filter(key -> !key.isBlank()))
                .or(() -> Optional.ofNullable(token).filter(key -> trmnl.enabled() && !key.isBlank()));
        if (given.isEmpty()) {
            return Optional.of(Problem.unauthorized(
                    "Reading needs a key: send one of sem.read-keys as X-API-Key, or as ?key= in the address."));
        }
        SocketAddress from = request.remoteAddress();
        return readKeys.refusal(
                given.get(),
                from == null ? null : from.hostAddress(),
                "This is none of sem.read-keys: check the key in the device.");
    }
}
