package energy.sem.system.scaling;

import java.util.Map;

/**
 * What one step showed. Rates are a second, of the time in which it was measured.
 *
 * @param addSeconds how long the command line took to add the meters
 * @param firstRate first telegrams of new meters, as fast as acknowledged
 * @param firstBehindSeconds from the last of them until all were stored
 * @param spoke meters of which there is a telegram at all
 * @param seconds that were measured
 * @param acknowledged telegrams in that time
 * @param storedRate whose transaction was committed in that time
 * @param answers of pushes
 * @param refused pushes that were answered otherwise at first
 * @param mostBehind telegrams that Kafka had and the database had not, at most
 * @param behindSeconds from the last push until all was stored
 * @param cores of the processor, by part; the pushing client and others of the machine too
 * @param megabytes of memory, the most that was resident, by part
 * @param kafkaBytes by which its telegrams grew on disk
 * @param tableBytes by which the tables grew on disk
 * @param asked how long history's answers took
 * @param unanswered the last question that got no answer; null when there is none
 * @param edge what the edge of a quarter hour took; null where none was crossed
 */
record Outcome(
        Plan plan,
        double addSeconds,
        double firstRate,
        double firstBehindSeconds,
        int spoke,
        double seconds,
        long acknowledged,
        double storedRate,
        Durations answers,
        long refused,
        long mostBehind,
        double behindSeconds,
        Map<String, Double> cores,
        Map<String, Long> megabytes,
        long kafkaBytes,
        long tableBytes,
        Map<Questions.Kind, Durations> asked,
        String unanswered,
        EdgeTimes edge) {
    static final String CLIENT = "pushing client";
    static final String OTHERS = "others";

    double acknowledgedRate() {
        return acknowledged / seconds;
    }

    /** Processor time of SEM's parts for a telegram, milliseconds. */
    double millisATelegram() {
        return cores.entrySet().stream()
                        .filter(each ->
                                !each.getKey().equals(CLIENT) && !each.getKey().equals(OTHERS))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                * seconds
                * 1000
                / acknowledged;
    }

    /** The part of SEM that uses the processor most. */
    String busiest() {
        return cores.entrySet().stream()
                .filter(each -> !each.getKey().equals(CLIENT) && !each.getKey().equals(OTHERS))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** What the machine's processors did, of what they can. */
    double busyShare() {
        return cores.values().stream().mapToDouble(Double::doubleValue).sum()
                / Runtime.getRuntime().availableProcessors();
    }
}
