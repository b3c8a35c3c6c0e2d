package energy.sem.system.scaling;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import energy.sem.cli.process.Service;

/** Asks history the questions of people and displays, one after the other, ten a second at most, while meters speak. */
final class Questions {
    /** The kinds of questions. */
    enum Kind {
        LATEST("latest"),
        DAY("a day"),
        MONTH("a month"),
        PAGE("100 of the list"),
        WHOLE("whole list");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** The whole list once in so many. */
    private static final int WHOLE_EACH = 25;

    private static final int PAGE = 100;
    private static final List<Kind> USUAL = List.of(Kind.LATEST, Kind.DAY, Kind.MONTH, Kind.PAGE);

    private final SemProcesses sem;
    private final int meters;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<Kind, Durations> answers = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::ask, "asks history");
    private volatile String failure;
    private volatile boolean stopped;

    /** Begins to ask. */
    Questions(SemProcesses sem, int meters) {
        this.sem = sem;
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            answers.put(kind, new Durations());
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        for (int n = 1; !stopped; n++) {
            Kind kind = n % WHOLE_EACH == 0 ? Kind.WHOLE : USUAL.get(n % USUAL.size());
            long began = System.nanoTime();
            try {
                byte[] answer = sem.ask(Service.HISTORY, path(kind));
                answers.get(kind).add(System.nanoTime() - began);
                if (answer.length < 2) {
                    failure = path(kind) + " was answered with nothing";
                }
            } catch (IOException e) {
                failure = e + " after " + (System.nanoTime() - began) / 1_000_000 + " ms, asked for " + path(kind);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private String path(Kind kind) {
        String meter = "/api/v1/meters/" + Street.name(random.nextInt(meters));
        return switch (kind) {
            case LATEST -> meter + "/latest";
            case DAY -> meter + "/history/day";
            case MONTH -> meter + "/history/month";
            case PAGE -> "/api/v1/meters?limit=" + PAGE + "&after=" + Street.name(random.nextInt(meters));
            case WHOLE -> "/api/v1/meters";
        };
    }

    /** How long answers took, by kind. */
    Map<Kind, Durations> answers() {
        return answers;
    }

    /** The last question without an answer; null when there is none. */
    String failure() {
        return failure;
    }

    /** Asks no more, and waits for the last answer. */
    void stop() {
        stopped = true;
        try {
            thread.join(TimeUnit.MINUTES.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
