package energy.sem.guard.simulated;

import java.util.ArrayDeque;
import java.util.Deque;

/** What came of a year. */
final class Outcome {
    long carWs;
    double missingWh;
    int stops;
    int mostStopsAnHour;

    /** Quarter hours that the house alone would have kept within what the month had cost already, and the car did not. */
    int quartersRaised;

    /**
     * By how much a quarter hour went at most above what the house alone came to from some second of it on, when all
     * together had taken what the month had cost already until then, W: what the car took while nobody had told it yet.
     */
    int mostAbovePaceW;

    final int[] peakWithCarW = new int[13];
    final int[] peakWithoutCarW = new int[13];
    private final Deque<Long> lastHour = new ArrayDeque<>();

    void stopAt(long second) {
        stops++;
        lastHour.add(second);
        while (lastHour.peek() <= second - 3600) {
            lastHour.remove();
        }
        mostStopsAnHour = Math.max(mostStopsAnHour, lastHour.size());
    }

    void quarter(int month, int withCarW, int withoutCarW, int incurredW, int paceW) {
        peakWithCarW[month] = Math.max(peakWithCarW[month], withCarW);
        peakWithoutCarW[month] = Math.max(peakWithoutCarW[month], withoutCarW);
        if (withCarW > incurredW && withoutCarW <= incurredW) {
            quartersRaised++;
        }
        if (withCarW > incurredW && withCarW > withoutCarW) {
            mostAbovePaceW = Math.max(mostAbovePaceW, withCarW - Math.max(incurredW, paceW));
        }
    }

    /** How much the car has added to a month's peak above 2.5 kW, W. */
    int raisedW(int month) {
        return Math.max(0, peakWithCarW[month] - Math.max(2500, peakWithoutCarW[month]));
    }

    int monthsRaised() {
        int months = 0;
        for (int month = 1; month <= 12; month++) {
            months += raisedW(month) > 0 ? 1 : 0;
        }
        return months;
    }

    double carKwh() {
        return carWs / 3_600_000.0;
    }

    double billingPeakW() {
        double sum = 0;
        for (int month = 1; month <= 12; month++) {
            sum += Math.max(2500, peakWithCarW[month]);
        }
        return sum / 12;
    }

    @Override
    public String toString() {
        StringBuilder raised = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            raised.append(' ').append(raisedW(month));
        }
        return "%.0f kWh, %.1f missing, billing peak %.0f W, %d stops (at most %d an hour), quarters %d, above the house's pace %d W, months %d:%s"
                .formatted(
                        carKwh(),
                        missingWh / 1000,
                        billingPeakW(),
                        stops,
                        mostStopsAnHour,
                        quartersRaised,
                        mostAbovePaceW,
                        monthsRaised(),
                        raised);
    }
}
