package energy.sem.history.answer;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Meters, by name.
 *
 * @param zone the household's zone, in which all answers' calendars are unless {@code ?zone=} says otherwise
 * @param meters in the order of their names
 * @param next what to ask for as {@code after} to get those behind; absent when there are none
 * @param backup how the backups are; absent when none was ever tried
 * @param storage what is wrong with storing; absent when nothing is
 * @param findings what {@code semctl doctor} found when it looked last; absent when nobody ever looked
 * @param alarms those that home-bridge finds active; absent where it is not there
 * @param groups the names of groups, as in {@code GET /api/v1/groups}; absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetersAnswer(
        String zone,
        List<Meter> meters,
        String next,
        Backup backup,
        Storage storage,
        Findings findings,
        List<Alarm> alarms,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> groups) {

    public MetersAnswer {
        groups = List.copyOf(groups);
        meters = List.copyOf(meters);
    }

    /**
     * How the backups are.
     *
     * @param backupAt when the newest one was made; absent when none was
     * @param drillAt when one was restored for proof the last time; absent when none was
     * @param trouble {@code backup-failed}, {@code backup-late}, {@code drill-failed} or {@code drill-late}, of backups that
     *     come by themselves; absent when nothing is wrong
     * @param detail why it failed, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Backup(OffsetDateTime backupAt, OffsetDateTime drillAt, String trouble, String detail) {}

    /**
     * What is wrong with storing.
     *
     * @param troubles {@code kept-aside} (values that cannot be true), {@code no-room} (for tomorrow's raw readings) or {@code
     *     other-zone} (days are kept in another zone than these answers'), one at least
     * @param keptAside how many values of the last seven days were kept aside; absent when none was
     * @param roomUntil up to when there is room for raw readings
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Storage(List<String> troubles, Long keptAside, OffsetDateTime roomUntil) {
        public Storage {
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * What {@code semctl doctor} found when it looked last.
     *
     * @param at when it looked
     * @param stale true when that is more than an hour ago: it says nothing of now
     * @param faults in the order of a telegram's way; none when all was well
     */
    public record Findings(OffsetDateTime at, boolean stale, List<Fault> faults) {
        public Findings {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something that is wrong, in English.
     *
     * @param check what was looked at, in a word or two, such as {@code Kafka}, {@code disk} or {@code backup}
     * @param what is wrong
     * @param advice what to do; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Fault")
    public record Fault(String check, String what, String advice) {}

    /**
     * An alarm that is active now, in the language of alarms.
     *
     * @param meter by its name; absent for what is of the installation
     * @param rule its word, such as {@code water-leak}
     * @param since when it became active
     * @param title one short line
     * @param message what is, and what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Alarm")
    public record Alarm(String meter, String rule, String since, String title, String message) {}

    /**
     * One meter.
     *
     * @param name as in every URL
     * @param simulated true for a simulated household
     * @param firstReadingAt its first reading ever; absent before there is one
     * @param lastReadingAt its newest reading
     * @param everExported true when energy ever flowed to the grid: a home with sun
     * @param devices each serial number it ever had
     * @param changes what happened to the devices, in order; absent when nothing is known
     * @param health what the meter-gateway says of it, as in its own {@code GET /api/v1/meters}; absent before it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meter(
            String name,
            boolean simulated,
            OffsetDateTime firstReadingAt,
            OffsetDateTime lastReadingAt,
            boolean everExported,
            List<Device> devices,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> changes,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode health) {
        public Meter {
            devices = List.copyOf(devices);
            changes = List.copyOf(changes);
        }
    }

    /**
     * One device: one serial number. A replaced meter is a new device.
     *
     * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
     * @param serial its number
     * @param firstAt its first reading; of an M-Bus device that may be from before the meter was read
     * @param lastAt its newest reading
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Device(String kind, String serial, OffsetDateTime firstAt, OffsetDateTime lastAt) {}

    /**
     * What happened to a device.
     *
     * @param at its first reading there
     * @param what {@code appeared} (the first device there), {@code replaced} (another serial number of the same kind),
     *     {@code kind-changed} (a device of another kind) or {@code moved} (a known device, on another channel)
     * @param channel the M-Bus channel; absent for the meter with the P1 port
     * @param kind of the device
     * @param serial its number
     * @param previousKind of the device that was there before; absent when there was none
     * @param previousSerial its number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeviceChange")
    public record Change(
            OffsetDateTime at,
            String what,
            Integer channel,
            String kind,
            String serial,
            String previousKind,
            String previousSerial) {}
}
