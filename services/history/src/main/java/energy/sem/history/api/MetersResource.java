package energy.sem.history.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
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
    private static final int MOST_AT_ONCE = 1000;
    private static final Pattern ASCII = Pattern.compile("[ -~]{0,96}");

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

    /** All meters that the key opens, or some of them. */
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
    public MetersAnswer meters(
            @Parameter(description = "only this one; none where there is none") @QueryParam("meter") String meter,
            @Parameter(description = "only those in whose name, or in a device's serial number, this is")
                    @QueryParam("search")
                    String search,
            @Parameter(description = "only those behind this name: next of the answer before") @QueryParam("after")
                    String after,
            @Parameter(description = "at most so many, 1 to 1000; without it all") @QueryParam("limit") String limit,
            @Context ContainerRequestContext request) {
        ReadableMeters readable = Door.readable(request);
        int most = limit == null ? Integer.MAX_VALUE - 1 : WholeNumber.upTo(MOST_AT_ONCE, "limit", limit);
        List<String> names = meter != null
                ? Stream.of(meter).filter(readable::opens).toList()
                : meters.names(readable.limits(), ascii("search", search), ascii("after", after), most + 1);
        boolean more = names.size() > most;
        Map<String, Meter> known = meters.named(more ? names.subList(0, most) : names);
        Map<String, List<DeviceChange>> changed = changes.byMeter(known.keySet());
        List<MetersAnswer.Meter> all = summary.of(
                names.stream().map(known::get).filter(Objects::nonNull).toList(), changed, name -> healths.of(name)
                        .orElse(null));
        String zone = household.zone().getId();
        String next = more ? names.get(most - 1) : null;
        if (!readable.all()) {
            // Backups, storing and the doctor's words are of the installation, and may be of any meter.
            return new MetersAnswer(zone, all, next, null, null, null, alarmsOf(readable), groupsOf(readable));
        }
        return new MetersAnswer(
                zone,
                all,
                next,
                backups.answer().orElse(null),
                storage.answer().orElse(null),
                findings.answer().orElse(null),
                alarms.answer().orElse(null),
                groupsOf(readable));
    }

    private static String ascii(String parameter, String text) {
        if (text == null) {
            return "";
        }
        if (!ASCII.matcher(text).matches()) {
            throw Problem.badRequest(
                    parameter + " has at most 96 letters, digits and signs of ASCII: in names of meters and"
                            + " serial numbers there are no others.");
        }
        return text;
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
