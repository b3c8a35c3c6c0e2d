package energy.sem.system.scaling;

import java.util.List;

/**
 * Ingest's transactions in the minute after the edge of a quarter hour, and in the time before and after that minute.
 *
 * @param atEdge in the minute
 * @param between the rest
 */
record EdgeTimes(Batches atEdge, Batches between) {
    private static final double EDGE_SECONDS = 60;

    /**
     * Batches that were committed until a moment.
     *
     * @param atSeconds since the beginning
     * @param count of batches so far
     * @param seconds that they took so far
     * @param telegrams in them so far
     * @param behind telegrams that wait at this moment
     */
    record Sample(double atSeconds, double count, double seconds, double telegrams, long behind) {}

    /**
     * Batches of a time.
     *
     * @param seconds of all of them together
     * @param behind telegrams that waited at most
     */
    record Batches(double count, double seconds, double telegrams, long behind) {
        double millisABatch() {
            return 1000 * seconds / count;
        }

        double microsATelegram() {
            return 1e6 * seconds / telegrams;
        }

        private Batches plus(Sample from, Sample to) {
            return new Batches(
                    count + to.count() - from.count(),
                    seconds + to.seconds() - from.seconds(),
                    telegrams + to.telegrams() - from.telegrams(),
                    Math.max(behind, to.behind()));
        }
    }

    /**
     * Those of a run.
     *
     * @param samples in order
     * @param edgeSeconds when the edge came, since the beginning
     */
    static EdgeTimes of(List<Sample> samples, double edgeSeconds) {
        Batches atEdge = new Batches(0, 0, 0, 0);
        Batches between = atEdge;
        for (int i = 1; i < samples.size(); i++) {
            Sample from = samples.get(i - 1);
            Sample to = samples.get(i);
            if (to.atSeconds() > edgeSeconds && to.atSeconds() <= edgeSeconds + EDGE_SECONDS) {
                atEdge = atEdge.plus(from, to);
            } else {
                between = between.plus(from, to);
            }
        }
        return new EdgeTimes(atEdge, between);
    }

    /** How many times as long a telegram takes at the edge. */
    double ratio() {
        return atEdge.microsATelegram() / between.microsATelegram();
    }
}
