package energy.sem.history.live;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import energy.sem.event.Electricity;
import energy.sem.event.OccurrenceKind;
import energy.sem.event.TelegramEvent;
import energy.sem.history.peak.GridConnection;
import energy.sem.history.store.OccurrenceChange;

/** What each household's connection carries: {@code sem.meters.<name>.connection}, and the limits that its meter states. */
@ApplicationScoped
class Connections {
    private static final String WITHOUT_NEUTRAL = "230";

    private final Config config;
    private final Stored stored;

    Connections(Config config, Stored stored) {
        this.config = config;
        this.stored = stored;
    }

    /**
     * What a meter's connection carries.
     *
     * @param watts in all, W
     * @param phases 1 or 3
     * @param fuseCentiA what each phase carries, hundredths of an ampere
     */
    record Limits(int watts, int phases, long fuseCentiA) {}

    /** What a meter's connection carries, W: where it is not set what the meter's fuse says, else the usual. */
    int watts(TelegramEvent event) {
        return limits(event).watts();
    }

    /** What it carries in all and in each phase. */
    Limits limits(TelegramEvent event) {
        Electricity electricity = event.electricity();
        Long fuseCentiA = value(event, OccurrenceKind.FUSE_CENTI_A);
        int phases = electricity.phases().size();
        GridConnection usual = GridConnection.usual(phases);
        GridConnection connection = config.getOptionalValue("sem.meters." + event.meter() + ".connection", String.class)
                .map(GridConnection::of)
                .orElseGet(() -> fuseCentiA == null ? usual : new GridConnection(usual.phases(), fuseCentiA));
        OccurrenceChange grid = said(event, OccurrenceKind.GRID);
        boolean withoutNeutral = grid != null && WITHOUT_NEUTRAL.equals(grid.text());
        if (fuseCentiA != null && fuseCentiA < connection.centiA()) {
            connection = new GridConnection(connection.phases(), fuseCentiA);
        }
        long watts = connection.watts(withoutNeutral);
        for (OccurrenceKind limiter : new OccurrenceKind[] {OccurrenceKind.LIMITER_W, OccurrenceKind.LIMITER_VA}) {
            Long limit = value(event, limiter);
            watts = limit == null ? watts : Math.min(watts, limit);
        }
        return new Limits((int) watts, connection.phases(), connection.centiA());
    }

    private Long value(TelegramEvent event, OccurrenceKind kind) {
        OccurrenceChange said = said(event, kind);
        return said == null ? null : said.value();
    }

    private OccurrenceChange said(TelegramEvent event, OccurrenceKind kind) {
        return stored.holding(event.meter()).stream()
                .filter(each -> each.kind().equals(kind.word())
                        && each.serial().equals(event.electricity().serial()))
                .findFirst()
                .orElse(null);
    }
}
