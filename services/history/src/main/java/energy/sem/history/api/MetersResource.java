package energy.sem.history.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.ReadableMeters;
import energy.sem.history.alarm.ActiveAlarms;
import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.backup.Backups;
import energy.sem.history.calendar.Household;
import energy.sem.history.doctor.Findings;
import energy.sem.history.group.Group;
import energy.sem.history.group.Groups;
import energy.sem.history.live.Healths;
import energy.sem.history.period.MeterSummary;
import energy.sem.history.storage.Storage;
import energy.sem.history.store.DeviceChange;
import energy.sem.history.store.DeviceChanges;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** Which meters there are. */
@Path("/api/v1/meters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meters")
public class MetersResource {
    private final Meters meters;
    private final MeterSummary summary;
    private final DeviceChanges changes;
    private final Healths healths;
    private final Backups backups;
    private final Storage storage;
    private final Findings findings;
    private final ActiveAlarms alarms;
    private final Groups groups;
    private final Household household;

    @Inject
    MetersResource(
            Meters meters,
            MeterSummary summary,
            DeviceChanges changes,
            Healths healths,
            Backups backups,
            Storage storage,
            Findings findings,
            ActiveAlarms alarms,
            Groups groups,
            Household household) {
        this.meters = meters;
        this.summary = summary;
        this.changes = changes;
        this.healths = healths;
        this.backups = backups;
        this.storage = storage;
        this.findings = findings;
        this.alarms = alarms;
        this.groups = groups;
        this.household = household;
    }

    /** All meters that the key opens. */
    @GET
    @Transactional
    @Operation(summary = "All meters, their devices and what happened to them, first and last reading and health")
    @APIResponse(
            responseCode = "200",
            description =
                    "in the order of their names; to a reader of some meters those, and nothing of the installation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MetersAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.METERS)))
    public MetersAnswer meters(@Context ContainerRequestContext request) {
        ReadableMeters readable = Door.readable(request);
        Map<String, List<DeviceChange>> changed = changes.byMeter();
        List<Meter> open = readable.all()
                ? meters.all()
                : meters.named(readable.names()).values().stream()
                        .sorted(Comparator.comparing(Meter::name))
                        .toList();
        List<MetersAnswer.Meter> all = open.stream()
                .map(meter -> summary.of(
                        meter,
                        changed.getOrDefault(meter.name(), List.of()),
                        healths.of(meter.name()).orElse(null)))
                .toList();
        String zone = household.zone().getId();
        if (!readable.all()) {
            // Backups, storing and the doctor's words are of the installation, and may be of any meter.
            return new MetersAnswer(zone, all, null, null, null, alarmsOf(readable), groupsOf(readable));
        }
        return new MetersAnswer(
                zone,
                all,
                backups.answer().orElse(null),
                storage.answer().orElse(null),
                findings.answer().orElse(null),
                alarms.answer().orElse(null),
                groupsOf(readable));
    }

    private List<String> groupsOf(ReadableMeters readable) {
        return groups.openTo(readable).stream().map(Group::name).toList();
    }

    private List<MetersAnswer.Alarm> alarmsOf(ReadableMeters readable) {
        return alarms.answer()
                .map(active -> active.stream()
                        .filter(each -> each.meter() != null && readable.opens(each.meter()))
                        .toList())
                .orElse(null);
    }
}
