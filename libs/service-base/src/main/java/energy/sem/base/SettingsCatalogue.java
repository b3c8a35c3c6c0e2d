package energy.sem.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import energy.sem.base.Setting.Kind;

/**
 * Every {@code sem.*} setting of every service: the one list that docs/settings.md is made from and that each service
 * checks at its start. One list for all, because a container may be given the environment of all services.
 */
public final class SettingsCatalogue {
    private static final String ALL = "all";
    private static final String GATEWAY = "meter-gateway";
    private static final String INGEST = "ingest";
    private static final String HISTORY = "history";
    private static final String DISPLAY = "display-feed";

    /** {@code ./sem}, which reads them itself. */
    private static final String COMMAND_LINE = "semctl";

    /** In the order of the documentation. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("sem.time-zone", Kind.ZONE, "Europe/Brussels", ALL, "The household's time zone."),
            new Setting("sem.language", Kind.LANGUAGE, "nl", DISPLAY, "The language of pictures."),
            new Setting(
                    "sem.read-keys",
                    Kind.SECRET,
                    "",
                    ALL,
                    "Keys that open reading and /q/metrics, separated by commas; without any, reading is open."),
            new Setting(
                    "sem.http.time-limit",
                    Kind.DURATION,
                    "PT30S",
                    ALL,
                    "A request that has not come whole, or an answer of which nothing is taken, after this is cut off."),
            new Setting(
                    "sem.http.hosts",
                    Kind.TEXT,
                    "",
                    ALL,
                    "Names that this machine is asked by beside localhost, where a service listens on loopback."),
            new Setting(
                    "sem.http.frame-ancestors",
                    Kind.FRAME_ANCESTORS,
                    "'self'",
                    ALL,
                    "Which pages may show SEM's in a frame, such as http://homeassistant.local:8123; 'none' for none."),
            new Setting("sem.meters.<name>.source", Kind.TEXT, "", GATEWAY, "Where the meter's telegrams come from."),
            new Setting("sem.meters.<name>.api-key", Kind.SECRET, "", GATEWAY, "The key of who pushes to this meter."),
            new Setting(
                    "sem.meters.<name>.decryption-key",
                    Kind.SECRET,
                    "",
                    GATEWAY,
                    "The key of an encrypting meter (Luxembourg, Austria and others): 32 hex digits."),
            new Setting(
                    "sem.meters.<name>.authentication-key",
                    Kind.SECRET,
                    "",
                    GATEWAY,
                    "The authentication key of an encrypting meter: 32 hex digits; the tag of every frame then has to fit it."),
            new Setting(
                    "sem.meters.<name>.serial",
                    Kind.TEXT,
                    "the meter's name",
                    GATEWAY,
                    "The serial number for a source that sends none."),
            new Setting(
                    "sem.meters.<name>.time",
                    Kind.TIME_CHOICE,
                    "auto",
                    GATEWAY,
                    "Whose clock counts: meter, arrival (this computer's), or auto: the meter's unless it is off by a day."),
            new Setting(
                    "sem.meters.<name>.current-ratio",
                    Kind.RATIO,
                    "1",
                    GATEWAY,
                    "The meter's current transformer, such as 200/5 or 40: currents, powers and energies are times it."),
            new Setting(
                    "sem.meters.<name>.voltage-ratio",
                    Kind.RATIO,
                    "1",
                    GATEWAY,
                    "Its voltage transformer, such as 10000/100 or 100: voltages, powers and energies are times it."),
            new Setting(
                    "sem.meters.<name>.publish-every",
                    Kind.DURATION,
                    "every telegram",
                    GATEWAY,
                    "Publish one telegram an interval, PT1S to PT5M; quarter-hour edges and extremes stay exact."),
            new Setting(
                    "sem.meters.<name>.relay-port",
                    Kind.WHOLE_NUMBER,
                    "none: it is not passed on",
                    GATEWAY,
                    "A TCP port on which the meter's valid telegrams are passed on as they came; 8088 is usual."),
            new Setting(
                    "sem.meters.<name>.connection",
                    Kind.CONNECTION,
                    "1x40A, or 3x25A for a meter of three phases",
                    HISTORY,
                    "Phases and amperes of the household's connection, such as 3x40A: what is free is at most what it carries."),
            new Setting(
                    "sem.relay.host",
                    Kind.TEXT,
                    "127.0.0.1",
                    GATEWAY,
                    "The address on which telegrams are passed on; 0.0.0.0 for all. Whoever reaches it can read them."),
            new Setting(
                    "sem.push.max-rate",
                    Kind.SIZE,
                    "64M",
                    GATEWAY,
                    "How much one key may push in a minute; beyond it the answer is 429 with Retry-After."),
            new Setting(
                    "sem.backlog.folder",
                    Kind.TEXT,
                    ".sem/backlog",
                    GATEWAY,
                    "Where telegrams wait on disk while Kafka does not take them; each gateway's own."),
            new Setting(
                    "sem.backlog.max-size",
                    Kind.SIZE,
                    "512M",
                    GATEWAY,
                    "How much may wait on disk; beyond it the oldest telegrams go, and are counted."),
            new Setting("sem.backlog.max-age", Kind.DURATION, "P7D", GATEWAY, "How long a telegram may wait on disk."),
            new Setting(
                    "sem.ingest.linger",
                    Kind.DURATION,
                    "PT10S",
                    INGEST,
                    "How long a batch may gather before it is committed."),
            new Setting(
                    "sem.retention.raw", Kind.DURATION, "P14D", INGEST, "How long raw readings stay in the database."),
            new Setting(
                    "sem.retention.max-size",
                    Kind.SIZE,
                    "8G",
                    INGEST,
                    "How large the tables may become; above it raw readings stay shorter, and ingest says so."),
            new Setting(
                    "sem.contracts.<name>.from",
                    Kind.DATE,
                    "",
                    HISTORY,
                    "The first day of a contract; it holds until the next one of the same utility and meter begins."),
            new Setting(
                    "sem.contracts.<name>.meter",
                    Kind.METER_NAME,
                    "every meter",
                    HISTORY,
                    "The meter that the contract is for."),
            new Setting(
                    "sem.contracts.<name>.utility", Kind.UTILITY, "electricity", HISTORY, "What the contract is for."),
            new Setting(
                    "sem.contracts.<name>.import-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro for a kWh from the grid in whatever has no price of its own."),
            new Setting(
                    "sem.contracts.<name>.import-t1-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro for a kWh from the grid in tariff 1."),
            new Setting(
                    "sem.contracts.<name>.import-t2-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro for a kWh from the grid in tariff 2."),
            new Setting(
                    "sem.contracts.<name>.export-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro that a kWh to the grid brings in whatever has no price of its own."),
            new Setting(
                    "sem.contracts.<name>.export-t1-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro that a kWh to the grid brings in tariff 1."),
            new Setting(
                    "sem.contracts.<name>.export-t2-kwh",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro that a kWh to the grid brings in tariff 2."),
            new Setting(
                    "sem.contracts.<name>.capacity-kw-year",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro a year for a kW of the billing peak (capacity tariff)."),
            new Setting(
                    "sem.contracts.<name>.m3",
                    Kind.PRICE,
                    "",
                    HISTORY,
                    "Euro for a m3 of gas or water; of gas billed by the kWh: its price times the kWh in a m3."),
            new Setting("sem.contracts.<name>.month", Kind.PRICE, "", HISTORY, "Fixed fee in euro a month."),
            new Setting("sem.contracts.<name>.year", Kind.PRICE, "", HISTORY, "Fixed fee in euro a year."),
            new Setting(
                    "sem.history.url",
                    Kind.URL,
                    "http://localhost:8081",
                    DISPLAY,
                    "Where the history service answers."),
            new Setting("sem.history.key", Kind.SECRET, "", DISPLAY, "The read key for the history service."),
            new Setting(
                    "sem.display.meter",
                    Kind.METER_NAME,
                    "the first by name",
                    DISPLAY,
                    "The meter of a picture whose address names none."),
            new Setting(
                    "sem.display.memory",
                    Kind.SIZE,
                    "8M",
                    DISPLAY,
                    "About how much memory finished pictures may take; what was not asked for the longest goes first."),
            new Setting(
                    "sem.display.poll-every",
                    Kind.DURATION,
                    "PT10S",
                    DISPLAY,
                    "How often history is asked whether there is a new quarter hour."),
            new Setting(
                    "sem.display.grace",
                    Kind.DURATION,
                    "PT30S",
                    DISPLAY,
                    "How long history may fail before pictures of running periods say since when there are no data."),
            new Setting(
                    "sem.display.firmware",
                    Kind.TEXT,
                    "",
                    DISPLAY,
                    "A folder of firmware for displays, offered below /display/firmware (clients/esp32-display)."),
            new Setting(
                    "sem.trmnl.enabled",
                    Kind.BOOLEAN,
                    "false",
                    DISPLAY,
                    "Whether TRMNL devices find their server here."),
            new Setting("sem.trmnl.period", Kind.TEXT, "day", DISPLAY, "What a TRMNL shows: day, week, month or year."),
            new Setting(
                    "sem.trmnl.devices",
                    Kind.TEXT,
                    "",
                    DISPLAY,
                    "Names of TRMNL devices, separated by commas: D8:3B:DA:70:12:34=kitchen, or …=kitchen/week for what"
                            + " it shows. Where read keys are set, no other is answered."),
            new Setting(
                    "sem.backup.folder",
                    Kind.TEXT,
                    "backups in the data folder, /var/lib/sem/backups of the package",
                    COMMAND_LINE,
                    "Where backups go (docs/backup.md)."),
            new Setting(
                    "sem.backup.passphrase-file",
                    Kind.TEXT,
                    "",
                    COMMAND_LINE,
                    "The file whose first line encrypts backups; without one they are not encrypted."),
            new Setting("sem.backup.passphrase", Kind.SECRET, "", COMMAND_LINE, "The passphrase itself."),
            new Setting(
                    "sem.backup.settings",
                    Kind.TEXT,
                    "/etc/sem",
                    COMMAND_LINE,
                    "The folder whose files go into backups; of a data folder its keys do."));

    /**
     * What is wrong with these settings, as a line that names the first wrong one; empty when all are known and well
     * formed.
     *
     * @param properties properties from everywhere but the environment; others than {@code sem.*} are passed over
     * @param variables the environment; others than {@code SEM_*} are passed over
     */
    public static Optional<String> fault(Map<String, String> properties, Map<String, String> variables) {
        for (Map.Entry<String, String> each : properties.entrySet()) {
            if (each.getKey().startsWith("sem.") && !isSwitchOfTests(each.getKey())) {
                Optional<String> fault = fault(
                        each.getKey(),
                        each.getValue(),
                        SETTINGS.stream()
                                .filter(s -> s.matchesProperty(each.getKey()))
                                .findFirst());
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        for (Map.Entry<String, String> each : variables.entrySet()) {
            if (DIGITS_ONLY.matcher(each.getKey()).matches()) {
                return Optional.of("setting " + each.getKey() + ": a name of digits only does not arrive from the"
                        + " environment; begin it with a letter");
            }
            if (each.getKey().startsWith("SEM_") && !each.getKey().equals("SEM_PARENT_PID")) {
                Optional<String> fault = fault(
                        each.getKey(),
                        each.getValue(),
                        SETTINGS.stream()
                                .filter(s -> s.matchesVariable(each.getKey()))
                                .findFirst());
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    // SmallRye Config reads _7_ as the index of a list.
    private static final Pattern DIGITS_ONLY = Pattern.compile("SEM_(METERS|CONTRACTS)_[0-9]+_.*");

    // System properties of tests and of libs/local-services, in the same JVM as a service under test.
    private static boolean isSwitchOfTests(String property) {
        return property.startsWith("sem.test.")
                || property.startsWith("sem.local.")
                || property.equals("sem.docs.update");
    }

    private static Optional<String> fault(String name, String value, Optional<Setting> setting) {
        if (setting.isEmpty()) {
            return Optional.of("unknown setting " + name + ": docs/settings.md lists every setting");
        }
        Kind kind = setting.get().kind();
        if (value.isEmpty() || kind.accepts(value)) {
            return Optional.empty();
        }
        String shown = kind == Kind.SECRET ? "its value" : "\"" + value + "\"";
        return Optional.of("setting " + name + ": " + shown + " is not " + kind.words());
    }

    private SettingsCatalogue() {}
}
