package energy.sem.bridge.local;

import java.time.ZonedDateTime;

import energy.sem.bridge.history.History;
import energy.sem.bridge.history.HistoryAway;
import energy.sem.bridge.history.api.PeriodAnswerJson;

/**
 * What history says of one meter.
 *
 * @param history whom to ask
 * @param meter its name
 */
record HistoryPeriods(History history, String meter) implements DsmrReaderApi.Periods {
    @Override
    public PeriodAnswerJson today() throws HistoryAway, InterruptedException {
        return history.running(meter, "day");
    }

    @Override
    public PeriodAnswerJson range(ZonedDateTime from, ZonedDateTime to, String step)
            throws HistoryAway, InterruptedException {
        return history.range(meter, from.toInstant(), to.toInstant(), step);
    }
}
