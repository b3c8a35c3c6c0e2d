package energy.sem.source;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import energy.sem.p1.Frame;
import energy.sem.p1.FrameListener;
import energy.sem.p1.Framer;
import energy.sem.p1.RejectedFrame;

/** Listens on serial ports until a telegram has come, or long enough to say that none does. */
final class PortCheck {
    /** Both formats, each for longer than any meter's pause. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int BUFFER_BYTES = 4096;

    /** What a port gave. */
    enum Heard {
        TELEGRAM,
        /** It cannot be opened, or nothing that is a telegram came. */
        NONE
    }

    /**
     * What was heard.
     *
     * @param heard whether it was a telegram
     * @param words for people, with the device's name
     */
    record Result(Heard heard, String words) {}

    /** Listens on all of these ports at once; what each gave, by its path. */
    static SortedMap<String, Result> listenOnAll(
            Collection<String> devices, Optional<SerialSettings> told, Duration patience) throws InterruptedException {
        Map<String, Result> results = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (String device : devices) {
            Thread thread = new Thread(
                    () -> results.put(device, listen(new SerialSource(device, told), patience)), "listen-" + device);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new TreeMap<>(results);
    }

    private static Result listen(SerialSource source, Duration patience) {
        try (Line line = source.open()) {
            return listen(source, line, patience);
        } catch (IOException e) {
            return new Result(Heard.NONE, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Heard.NONE, source.device() + " was not listened to for long enough");
        }
    }

    private static Result listen(SerialSource source, Line line, Duration patience)
            throws IOException, InterruptedException {
        AtomicBoolean whole = new AtomicBoolean();
        // Of a meter with another checksum too: nothing is known of it yet.
        Framer framer = new Framer(new FrameListener() {
            @Override
            public void frame(Frame frame) {
                whole.set(true);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                // The first one is cut, since the listening began in its middle.
            }
        });
        Listening listening = new Listening();
        byte[] buffer = new byte[BUFFER_BYTES];
        long begin = System.nanoTime();
        while (!whole.get() && !listening.isEncrypted() && System.nanoTime() - begin < patience.toNanos()) {
            int count = line.read(buffer);
            framer.feed(buffer, 0, count);
            listening.hear(buffer, count);
        }
        if (listening.isEncrypted()) {
            return new Result(Heard.TELEGRAM, "encrypted telegrams come from " + source.device());
        }
        return whole.get()
                ? new Result(Heard.TELEGRAM, "telegrams come from " + source.device())
                : new Result(Heard.NONE, line.complaint().orElse("no whole telegram came from " + source.device()));
    }

    private PortCheck() {}
}
