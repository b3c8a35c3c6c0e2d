package energy.sem.display.serve;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;
import energy.sem.display.cache.PictureService;

/**
 * Refuses whoever has no read key, where any is set. The key comes in {@code X-API-Key}, as a Bearer token, or for devices that
 * can set no header in {@code ?key=}; it is written nowhere. A TRMNL device comes with its own token instead
 * ({@link TrmnlAccess}); whoever knows its address gets one, so that where there are readers it opens the default meter only.
 * Whoever guesses has to wait, whichever way it comes. Thread-safe.
 */
@Singleton
class KeyCheck {
    private final ReadKeys readKeys;
    private final Callers callers;
    private final TrmnlAccess trmnl;
    private final PictureService pictures;

    KeyCheck(ReadKeys readKeys, Callers callers, TrmnlAccess trmnl, PictureService pictures) {
        this.readKeys = readKeys;
        this.callers = callers;
        this.trmnl = trmnl;
        this.pictures = pictures;
    }

    /**
     * The meters whose pictures the request may have.
     *
     * @param inAddress the key in the address, or null
     * @throws Problem 401 without a key, 403 with a wrong one, 429 after too many wrong ones
     */
    ReadableMeters readable(HttpServerRequest request, String inAddress) {
        if (readKeys.isEmpty()) {
            return ReadableMeters.ALL;
        }
        String token = request.getHeader("Access-Token");
        if (trmnl.opens(request.getHeader("ID"), token)) {
            return readKeys.haveReaders()
                    ? ReadableMeters.only(pictures.defaultMeter().map(Set::of).orElse(Set.of()))
                    : ReadableMeters.ALL;
        }
        return readKeys.readable(
                Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization"))
                        .or(() -> Optional.ofNullable(inAddress).filter(key -> !key.isBlank()))
                        .or(() -> Optional.ofNullable(token).filter(key -> trmnl.enabled() && !key.isBlank())),
                callers.addressOf(request),
                "Reading needs a key: send one of sem.read-keys as X-API-Key, or as ?key= in the address.",
                "This is none of sem.read-keys, and no reader's: check the key in the device.");
    }
}
