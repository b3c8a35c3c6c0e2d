package energy.sem.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final String BRIDGE = "home-bridge";

    /** {@code ./sem}, which reads them itself. */
    private static final String COMMAND_LINE = "semctl";

    /** The alarms that there are, as home-bridge's rules name them; its tests hold them together. */
    public static final List<String> ALARMS = List.of(
            "no-data",
            "bad-data",
            "peak-ahead",
            "new-peak",
            "water-leak",
            "gas-at-night",
            "base-load",
            "phase-overload",
            "power-failure",
            "no-sun",
            "backup-stale",
            "disk-full",
            "storing",
            "meter-trouble",
            "doctor-finding",
            "tariff-switch",
            "negative-price",
            "surplus");

    private static final List<Setting> UP_TO_ALARMS = List.of(
            new Setting("sem.time-zone", Kind.ZONE, "Europe/Brussels", ALL, "The household's time zone."),
            new Setting(
                    "sem.language",
                    Kind.LANGUAGE,
                    "nl",
                    DISPLAY + ", " + BRIDGE,
                    "The language of pictures and alarms."),
            new Setting(
                    "sem.read-keys",
                    Kind.SECRET,
                    "",
                    ALL,
                    "Keys that open reading of all meters and /q/metrics, separated by commas; without any, reading is"
                            + " open."),
            new Setting(
                    "sem.readers.<name>.key",
                    Kind.SECRET,
                    "",
                    ALL,
                    "The key of a reader of some meters only, such as a household of a street; needs SEM_READ_KEYS too"
                            + " (docs/security.md)."),
            new Setting(
                    "sem.readers.<name>.meters",
                    Kind.METER_NAMES,
                    "",
                    ALL,
                    "The meters that this reader may read, separated by commas; any other does not exist for it."),
            new Setting(
                    "sem.oidc.auth-server-url",
                    Kind.URL,
                    "",
                    HISTORY + ", " + BRIDGE + ", " + DISPLAY,
                    "The provider of OpenID Connect where people sign in, by the address that its tokens name as issuer;"
                            + " needs SEM_READ_KEYS too. Without it nobody signs in (docs/security.md)."),
            new Setting(
                    "sem.oidc.client-id",
                    Kind.TEXT,
                    "sem",
                    HISTORY,
                    "What the provider calls this SEM: its client ID."),
            new Setting(
                    "sem.oidc.secret",
                    Kind.SECRET,
                    "",
                    HISTORY,
                    "The client's secret, or @ and a file that has it; with it the page lets people sign in, without it"
                            + " only tokens that are brought open."),
            new Setting(
                    "sem.oidc.audience",
                    Kind.TEXT,
                    "",
                    HISTORY,
                    "The audience that a token may name beside the client ID; one that names neither opens nothing."),
            new Setting(
                    "sem.oidc.scopes",
                    Kind.TEXT,
                    "profile",
                    HISTORY,
                    "What the page asks for beside openid, separated by commas."),
            new Setting(
                    "sem.oidc.roles-claim",
                    Kind.TEXT,
                    "roles",
                    HISTORY,
                    "The claim that has a person's roles (admin, reader, household); with / between names for one within"
                            + " another, such as resource_access/sem/roles."),
            new Setting(
                    "sem.oidc.meters-claim",
                    Kind.TEXT,
                    "meters",
                    HISTORY,
                    "The claim that names the meters of a household: an array, or a text with commas or spaces."),
            new Setting(
                    "sem.oidc.page-url",
                    Kind.URL,
                    "",
                    HISTORY,
                    "The page's address as browsers see it, where a proxy stands before it; without it what the browser"
                            + " asked for."),
            new Setting(
                    "sem.http.time-limit",
                    Kind.DURATION,
                    "PT30S",
                    ALL,
                    "A request that has not come whole, or an answer of which nothing is taken, after this is cut"
                            + " off."),
            new Setting(
                    "sem.http.hosts",
                    Kind.TEXT,
                    "",
                    ALL,
                    "Names that this machine is asked by beside localhost, where a service listens on loopback."),
            new Setting(
                    "sem.http.proxies",
                    Kind.PROXIES,
                    "",
                    ALL,
                    "Proxies before SEM whose X-Forwarded-For is believed: addresses, networks or names, separated by"
                            + " commas. Each has to write that header anew, or to add to it."),
            new Setting(
                    "sem.http.frame-ancestors",
                    Kind.FRAME_ANCESTORS,
                    "'self'",
                    ALL,
                    "Which pages may show SEM's in a frame, such as http://homeassistant.local:8123; 'none' for none."),
            new Setting("sem.meters.<name>.source", Kind.TEXT, "", GATEWAY, "Where the meter's telegrams come from."),
            new Setting(
                    "sem.meters.<name>.token",
                    Kind.SECRET,
                    "",
                    GATEWAY,
                    "The token of a HomeWizard's API v2 as ./sem pair homewizard gives it, or @ and a file that has it."),
            new Setting(
                    "sem.meters.<name>.password",
                    Kind.SECRET,
                    "",
                    GATEWAY,
                    "The password of the user of an mqtt:// or mqtts:// source (?user=NAME), or @ and a file that has it."),
            new Setting(
                    "sem.meters.<name>.ca-file",
                    Kind.TEXT,
                    "those that Java trusts",
                    GATEWAY,
                    "A file of certificates (PEM) that are trusted at an mqtts:// source."),
            new Setting(
                    "sem.meters.<name>.api-key",
                    Kind.SECRET,
                    "",
                    GATEWAY + ", " + INGEST,
                    "The key of who pushes to this meter, and of who imports its past."),
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
                    "The authentication key of an encrypting meter: 32 hex digits; the tag of every frame then has to"
                            + " fit it."),
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
                    "Whose clock counts: meter, arrival (this computer's), or auto: the meter's unless it is off by a"
                            + " day."),
            new Setting(
                    "sem.meters.<name>.current-ratio",
                    Kind.RATIO,
                    "1",
                    GATEWAY,
                    "The meter's current transformer, such as 200/5 or 40: currents, powers and energies are times"
                            + " it."),
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
                    "sem.publish-every",
                    Kind.DURATION,
                    "every telegram; PT30S in package, pod and cluster",
                    GATEWAY,
                    "The same for all meters that do not say it themselves. Who looks live sees each telegram all the"
                            + " same."),
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
                    HISTORY + ", " + BRIDGE,
                    "Phases and amperes of the household's connection, such as 3x40A: what is free is at most what it"
                            + " carries."),
            new Setting(
                    "sem.meters.<name>.guard-target-w",
                    Kind.WHOLE_NUMBER,
                    "2500",
                    HISTORY,
                    "What the peak guard lets a quarter hour become, W, as long as the month's peak is lower."),
            new Setting(
                    "sem.meters.<name>.guard-margin-w",
                    Kind.WHOLE_NUMBER,
                    "100",
                    HISTORY,
                    "What the peak guard keeps free below that, W."),
            new Setting(
                    "sem.relay.host",
                    Kind.TEXT,
                    "127.0.0.1",
                    GATEWAY,
                    "The address on which telegrams are passed on; 0.0.0.0 for all. Whoever reaches it can read them."),
            new Setting(
                    "sem.share-sources-as",
                    Kind.GATEWAY_NAME,
                    "none: it reads all its meters",
                    GATEWAY,
                    "The name by which this gateway shares the meters that are read over the network (tcp, homewizard, mqtt) with"
                            + " others at the same Kafka: each has its own, which stays over a restart, and all have the same"
                            + " meters. One alone needs none."),
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
                    "sem.admin-key",
                    Kind.SECRET,
                    "",
                    GATEWAY + ", " + INGEST + ", " + COMMAND_LINE,
                    "The administrator's key: it opens importing a past, setting up a contract on the page, looking for meters and"
                            + " administering them; without it all but the first are off, and without a meter's own nothing is imported."),
            new Setting(
                    "sem.source-key",
                    Kind.SECRET,
                    "",
                    COMMAND_LINE,
                    "The key or password of a system that an import fetches the past from, without --source-key-file."),
            new Setting(
                    "sem.import.max-size",
                    Kind.SIZE,
                    "2G",
                    INGEST + ", " + HISTORY,
                    "How large a file that is imported may be."),
            new Setting(
                    "sem.ingest.url",
                    Kind.URL,
                    "",
                    HISTORY + ", " + COMMAND_LINE,
                    "Where ingest is, to pass files on to that are imported; without it history passes none on. semctl"
                            + " doctor asks it there, or at http://localhost:8082."),
            new Setting(
                    "sem.prices.areas",
                    Kind.TEXT,
                    "",
                    INGEST,
                    "Areas whose day-ahead prices are fetched, BE or NL, separated by commas; without it none is."),
            new Setting(
                    "sem.prices.sources",
                    Kind.TEXT,
                    "energy-charts",
                    INGEST,
                    "Whom to ask, the preferred one first: entso-e, energy-charts, energyzero (NL), url, file."),
            new Setting(
                    "sem.prices.since",
                    Kind.DATE,
                    "yesterday",
                    INGEST,
                    "The first day whose prices are wanted, 2015-01-01 at the earliest; earlier days are fetched one a"
                            + " minute."),
            new Setting(
                    "sem.prices.again",
                    Kind.TEXT,
                    "",
                    INGEST,
                    "Days, such as 2026-02-13,2026-02-14, that are asked for once more after each start, whether they were given up"
                            + " or are known."),
            new Setting(
                    "sem.prices.entso-e.token",
                    Kind.SECRET,
                    "",
                    INGEST,
                    "Your own token of ENTSO-E's Transparency Platform, or @ and a file that has it."),
            new Setting(
                    "sem.prices.entso-e.url",
                    Kind.URL,
                    "https://web-api.tp.entsoe.eu/api",
                    INGEST,
                    "Another place that answers as ENTSO-E does."),
            new Setting(
                    "sem.prices.file",
                    Kind.TEXT,
                    "",
                    INGEST,
                    "The file of the source file: lines date,quarter,eur_mwh, the quarter counted from 1 through the"
                            + " day."),
            new Setting(
                    "sem.prices.url.address",
                    Kind.URL,
                    "",
                    INGEST,
                    "The address of the source url; {date}, {next}, {area} and {token} in it are filled in."),
            new Setting(
                    "sem.prices.url.token",
                    Kind.SECRET,
                    "",
                    INGEST,
                    "Sent as Authorization: Bearer unless the address has {token}; or @ and a file that has it."),
            new Setting(
                    "sem.prices.url.list",
                    Kind.TEXT,
                    "",
                    INGEST,
                    "Where the list stands in the JSON, such as data.prices; without it the answer is the list."),
            new Setting("sem.prices.url.start", Kind.TEXT, "start", INGEST, "Where an entry says its beginning."),
            new Setting(
                    "sem.prices.url.end",
                    Kind.TEXT,
                    "",
                    INGEST,
                    "Where an entry says its end; without it each holds for sem.prices.url.step."),
            new Setting("sem.prices.url.price", Kind.TEXT, "value", INGEST, "Where an entry says its price."),
            new Setting(
                    "sem.prices.url.unit",
                    Kind.TEXT,
                    "EUR/kWh",
                    INGEST,
                    "What its price is in: EUR/MWh, EUR/kWh or c/kWh, the day-ahead price without VAT."),
            new Setting(
                    "sem.prices.url.step", Kind.DURATION, "PT15M", INGEST, "How long an entry holds: PT15M or PT1H."),
            new Setting(
                    "sem.bill.contracts",
                    Kind.TEXT,
                    "",
                    HISTORY,
                    "A file of contracts by component, of sets in place of those that SEM brings along, and of values of months"
                            + " (docs/contracts.example.yaml); read again when it changes."),
            new Setting(
                    "sem.bill.offers",
                    Kind.TEXT,
                    "",
                    HISTORY,
                    "A file of contracts that one might have: /bill/comparison and ?contract=NAME say what they would have cost."),
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
                    "sem.groups.<name>.members",
                    Kind.METER_NAMES,
                    "",
                    GATEWAY + ", " + HISTORY,
                    "The meters of a group, such as a street or a building, separated by commas (docs/groups.md); the"
                            + " gateway needs it where a reader is for a group."),
            new Setting(
                    "sem.groups.<name>.key",
                    Kind.SHARING_KEY,
                    "relative",
                    HISTORY,
                    "How the group shares what its members inject: fixed, fixed-rounds, relative, priority or optimal."),
            new Setting(
                    "sem.groups.<name>.shares",
                    Kind.SHARES,
                    "",
                    HISTORY,
                    "The members' shares in percent for fixed, fixed-rounds and optimal, such as home:60,neighbour:40; together"
                            + " 100."),
            new Setting(
                    "sem.history.url",
                    Kind.URL,
                    "http://localhost:8081",
                    DISPLAY + ", " + BRIDGE + ", " + COMMAND_LINE,
                    "Where the history service answers."),
            new Setting(
                    "sem.history.key",
                    Kind.SECRET,
                    "",
                    DISPLAY + ", " + BRIDGE + ", " + COMMAND_LINE,
                    "The read key for the history service, or @ and a file that has it."),
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
                    "sem.bridge.folder",
                    Kind.TEXT,
                    ".sem/bridge",
                    BRIDGE,
                    "Where home-bridge keeps who it is to a broker and what it has announced there; each bridge's"
                            + " own."),
            new Setting(
                    "sem.mqtt.url",
                    Kind.BROKER,
                    "",
                    BRIDGE,
                    "The broker to publish to, such as mqtt://homeassistant.local:1883, mqtts:// with TLS;"
                            + " ?version=3.1.1 behind it for one that is troubled by MQTT 5. Without it nothing is"
                            + " published."),
            new Setting("sem.mqtt.username", Kind.TEXT, "", BRIDGE, "The user of the broker."),
            new Setting(
                    "sem.mqtt.password",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "Its password, or @ and a file that has it, which is read at each try to connect."),
            new Setting(
                    "sem.mqtt.ca-file",
                    Kind.TEXT,
                    "those of the Java runtime",
                    BRIDGE,
                    "A file of the certificates (PEM) that vouch for a broker with TLS."),
            new Setting(
                    "sem.mqtt.prefix",
                    Kind.TOPIC,
                    "sem",
                    BRIDGE,
                    "What SEM's topics begin with; another one for a second SEM on the same broker."),
            new Setting(
                    "sem.mqtt.every",
                    Kind.DURATION,
                    "PT10S",
                    BRIDGE,
                    "How often a meter's state is published, PT1S to PT5M; the topic live has each reading."),
            new Setting(
                    "sem.mqtt.discovery",
                    Kind.DISCOVERY,
                    "device",
                    BRIDGE,
                    "How Home Assistant finds SEM's devices: device, one message each; single, one a value, for"
                            + " openHAB and Domoticz too; off."),
            new Setting(
                    "sem.mqtt.discovery-prefix",
                    Kind.TOPIC,
                    "homeassistant",
                    BRIDGE,
                    "The discovery prefix that is set in Home Assistant."),
            new Setting(
                    "sem.mqtt.dsmr-reader",
                    Kind.METER_NAME,
                    "",
                    BRIDGE,
                    "The meter whose values are also published on DSMR-reader's topics, dsmr/…"),
            new Setting(
                    "sem.alarms.webhook.url",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "Where alarms are posted to as JSON; its path may be a secret."),
            new Setting(
                    "sem.alarms.webhook.secret",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "With it each carries X-SEM-Signature, the HMAC-SHA256 of its body; or @ and a file that has it."),
            new Setting(
                    "sem.alarms.ntfy.url", Kind.URL, "https://ntfy.sh", BRIDGE, "The ntfy server to tell alarms by."),
            new Setting(
                    "sem.alarms.ntfy.topic",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "Its topic: who knows it reads along, so choose a long one; or @ and a file that has it."),
            new Setting(
                    "sem.alarms.ntfy.token",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "The access token where the server wants one; or @ and a file that has it."),
            new Setting("sem.alarms.gotify.url", Kind.URL, "", BRIDGE, "The Gotify server to tell alarms by."),
            new Setting(
                    "sem.alarms.gotify.token",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "The token of the application made there; or @ and a file that has it."),
            new Setting("sem.alarms.mail.host", Kind.TEXT, "", BRIDGE, "The mail server (SMTP) to send alarms by."),
            new Setting("sem.alarms.mail.port", Kind.WHOLE_NUMBER, "587, or 465 with tls", BRIDGE, "Its port."),
            new Setting(
                    "sem.alarms.mail.tls",
                    Kind.MAIL_TLS,
                    "starttls",
                    BRIDGE,
                    "starttls, tls from the first byte, or none on a network of your own."),
            new Setting("sem.alarms.mail.username", Kind.TEXT, "", BRIDGE, "The user of the mail server."),
            new Setting(
                    "sem.alarms.mail.password", Kind.SECRET, "", BRIDGE, "Its password; or @ and a file that has it."),
            new Setting("sem.alarms.mail.from", Kind.TEXT, "", BRIDGE, "The address that alarms come from."),
            new Setting(
                    "sem.alarms.mail.to",
                    Kind.TEXT,
                    "",
                    BRIDGE,
                    "The addresses that alarms go to, separated by commas."),
            new Setting(
                    "sem.alarms.mqtt.enabled",
                    Kind.BOOLEAN,
                    "true",
                    BRIDGE,
                    "Whether each alarm is published on sem/<meter>/event, where there is a broker."),
            new Setting(
                    "sem.alarms.language", Kind.LANGUAGE, "that of sem.language", BRIDGE, "The language of alarms."),
            new Setting(
                    "sem.alarms.quiet",
                    Kind.QUIET,
                    "22:00-07:00",
                    BRIDGE,
                    "When alarms that can wait do: two times, or off."),
            new Setting(
                    "sem.alarms.most-a-day",
                    Kind.COUNT,
                    "10",
                    BRIDGE,
                    "How many messages a channel sends in 24 hours before the rest comes as one an hour."),
            new Setting(
                    "sem.alarms.no-data.after", Kind.DURATION, "PT15M", BRIDGE, "How long a meter may say nothing."),
            new Setting(
                    "sem.alarms.new-peak.above-w",
                    Kind.WHOLE_NUMBER,
                    "2500",
                    BRIDGE,
                    "The month peak above which a new one is told, W."),
            new Setting(
                    "sem.alarms.surplus.above-w",
                    Kind.WHOLE_NUMBER,
                    "1000",
                    BRIDGE,
                    "The power to the grid above which there is a surplus, W."),
            new Setting(
                    "sem.alarms.water-leak.litres",
                    Kind.WHOLE_NUMBER,
                    "200",
                    BRIDGE,
                    "How much water may run in one hour of the night."));

    private static final List<Setting> AFTER_ALARMS = List.of(
            new Setting(
                    "sem.local-api.homewizard",
                    Kind.METER_NAME,
                    "",
                    BRIDGE,
                    "The meter that is told as by a HomeWizard P1 meter (local API v1), on a port of its own, to whoever asks."),
            new Setting(
                    "sem.local-api.homewizard-serial",
                    Kind.HOMEWIZARD_SERIAL,
                    "made of the meter's name",
                    BRIDGE,
                    "Who it says that it is; another for the second SEM in one network whose meter has the same name."),
            new Setting(
                    "sem.local-api.announce",
                    Kind.BOOLEAN,
                    "true",
                    BRIDGE,
                    "Whether it is announced in the network (mDNS _hwenergy._tcp), where it listens on more than loopback."),
            new Setting(
                    "sem.local-api.dsmr-reader",
                    Kind.METER_NAME,
                    "",
                    BRIDGE,
                    "The meter that is told as by DSMR-reader (API v2, reading only), on the same port."),
            new Setting(
                    "sem.local-api.dsmr-reader-key",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "The key that DSMR-reader's clients send, or @ and a file that has it; without one it does not start."),
            new Setting(
                    "sem.local-api.host",
                    Kind.TEXT,
                    "127.0.0.1",
                    BRIDGE,
                    "The address on which the local APIs listen; 0.0.0.0 for all. Whoever reaches it can read the meter."),
            new Setting("sem.local-api.port", Kind.WHOLE_NUMBER, "8085", BRIDGE, "Their port."),
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
                    "The folder whose files go into backups; of a data folder its keys do."),
            new Setting(
                    "sem.backup.at",
                    Kind.TEXT,
                    "02:15",
                    COMMAND_LINE,
                    "When the pod makes its nightly backup: a time of day in UTC, or never."),
            new Setting(
                    "sem.gateway.url",
                    Kind.URL,
                    "http://localhost:8080",
                    HISTORY + ", " + BRIDGE + ", " + COMMAND_LINE,
                    "Where the meter-gateway answers: history passes the page's search for meters on to it, where it is set;"
                            + " home-bridge has a meter's last telegram of it, and semctl doctor asks it where SEM is neither a ./sem"
                            + " up nor the package."),
            new Setting(
                    "sem.gateway.key",
                    Kind.SECRET,
                    "",
                    BRIDGE,
                    "A read key for it, where read keys are set; or @ and a file that has it."),
            new Setting(
                    "sem.display.url", Kind.URL, "http://localhost:8083", COMMAND_LINE, "Where it asks display-feed."),
            new Setting(
                    "sem.bridge.url",
                    Kind.URL,
                    "http://localhost:8084",
                    HISTORY + ", " + COMMAND_LINE,
                    "Where home-bridge answers, where that is on: history tells its alarms to the page, where this is set."));

    /** In the order of the documentation. */
    public static final List<Setting> SETTINGS = Stream.of(
                    UP_TO_ALARMS,
                    ALARMS.stream().map(SettingsCatalogue::switchOf).toList(),
                    AFTER_ALARMS)
            .flatMap(List::stream)
            .toList();

    private static Setting switchOf(String alarm) {
        return new Setting(
                "sem.alarms." + alarm + ".enabled",
                Kind.BOOLEAN,
                "true",
                BRIDGE,
                "Whether there is an alarm " + alarm + " (docs/alarms.md).");
    }

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
    private static final Pattern DIGITS_ONLY = Pattern.compile("SEM_(METERS|READERS|CONTRACTS|GROUPS)_[0-9]+_.*");

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
