package energy.sem.display.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Finished pictures by what they are of, bounded in bytes: what was not asked for the longest goes first. Thread-safe. */
public final class RecentPictures<K> {
    private final long mostBytes;
    private final Map<K, EncodedPicture> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param mostBytes how many bytes it keeps at most; a larger picture is given and not kept */
    public RecentPictures(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The picture that is kept, or one that is made now: in the asking thread, so that others need not wait. */
    public EncodedPicture of(K key, Supplier<EncodedPicture> maker) {
        synchronized (pictures) {
            EncodedPicture known = pictures.get(key);
            if (known != null) {
                return known;
            }
        }
        EncodedPicture made = maker.get();
        synchronized (pictures) {
            EncodedPicture other = pictures.putIfAbsent(key, made);
            if (other != null) {
                return other;
            }
            bytes += made.length();
            Iterator<EncodedPicture> oldest = pictures.values().iterator();
            while (bytes > mostBytes) {
                bytes -= oldest.next().length();
                oldest.remove();
            }
            return made;
        }
    }

    /** Lets go of all. */
    void forget() {
        synchronized (pictures) {
            pictures.clear();
            bytes = 0;
        }
    }

    /** How many bytes are kept. */
    long bytes() {
        synchronized (pictures) {
            return bytes;
        }
    }
}
