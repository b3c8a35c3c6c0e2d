package energy.sem.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsCatalogueTest {
    /** Regenerate with {@code mvn -pl libs/service-base test -Dsem.docs.update=true}. */
    private static final Path DOCS = Path.of("../../docs/settings.md");

    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @CsvSource({
        "sem.time-zone,Europe/Brussels",
        "sem.time-zone,UTC",
        "sem.meters.home.source,tcp://10.0.0.2:23",
        "sem.mqtt.url,mqtts://broker:8883?version=5",
        "sem.mqtt.prefix,home/sem-2",
        "sem.mqtt.discovery,single",
        "sem.meters.m2.api-key,x",
        "sem.share-sources-as,meter-gateway-0.sem",
        "sem.meters.home.connection,3x40A",
        "sem.meters.home.connection,1x63A",
        "sem.meters.home.connection,3x1000A",
        "sem.read-keys,'a,b'",
        "sem.readers.els.key,x",
        "sem.readers.els.meters,'home, attic'",
        "sem.readers.els.meters,home",
        "sem.ingest.linger,PT0.5S",
        "sem.retention.raw,P14D",
        "sem.display.meter,home",
        "sem.contracts.2026.from,2026-01-01",
        "sem.contracts.2026.import-t1-kwh,0.2543",
        "sem.contracts.gas.utility,gas",
        "sem.groups.street.members,'home, neighbour,roof'",
        "sem.groups.street.members,home",
        "sem.groups.street.key,fixed-rounds",
        "sem.groups.street.shares,'home:33.3333, neighbour: 66.6667'",
        "sem.test.containers,true",
        "sem.local.cache,/var/cache/sem",
        "quarkus.anything,x"
    })
    void known_and_well_formed_settings_pass(String property, String value) {
        assertThat(SettingsCatalogue.fault(Map.of(property, value), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sem.tmie-zone,UTC,unknown setting sem.tmie-zone",
        "sem.meters.Home.source,push,unknown setting sem.meters.Home.source",
        "sem.meters.home.sauce,push,unknown setting sem.meters.home.sauce",
        "sem.contracts.2026.import-kwh,'0,25','setting sem.contracts.2026.import-kwh: \"0,25\" is not a price'",
        "sem.contracts.2026.from,1/1/2026,'setting sem.contracts.2026.from: \"1/1/2026\" is not a day'",
        "sem.meters.home.connection,3x40,'setting sem.meters.home.connection: \"3x40\" is not phases and amperes, such"
                + " as 3x40A'",
        "sem.meters.home.connection,40A,'setting sem.meters.home.connection: \"40A\" is not phases and amperes, such"
                + " as'",
        "sem.meters.home.connection,4x25A,'setting sem.meters.home.connection: \"4x25A\" is not phases and amperes'",
        "sem.meters.home.connection,3x0A,'setting sem.meters.home.connection: \"3x0A\" is not phases and amperes'",
        "sem.meters.home.connection,3x-5A,'setting sem.meters.home.connection: \"3x-5A\" is not phases and amperes'",
        "sem.alarms.most-a-day,0,'setting sem.alarms.most-a-day: \"0\" is not a whole number from 1 on'",
        "sem.language,es,'setting sem.language: \"es\" is not nl, fr, de or en'",
        "sem.ingest.linger,10s,'setting sem.ingest.linger: \"10s\" is not a duration'",
        "sem.time-zone,Europe/Nowhere,'setting sem.time-zone: \"Europe/Nowhere\" is not a time zone such as'",
        "sem.retention.raw,P1M,'setting sem.retention.raw: \"P1M\" is not a duration'",
        "sem.retention.raw,P,'setting sem.retention.raw: \"P\" is not a duration'",
        "sem.retention.raw,PT,'setting sem.retention.raw: \"PT\" is not a duration'",
        "sem.mqtt.url,tcp://broker,'setting sem.mqtt.url: \"tcp://broker\" is not a broker''s address such as mqtt://'",
        "sem.mqtt.prefix,/sem,'setting sem.mqtt.prefix: \"/sem\" is not a beginning of topics'",
        "sem.mqtt.prefix,sem/#,'setting sem.mqtt.prefix: \"sem/#\" is not a beginning of topics'",
        "sem.share-sources-as,gateway one,'setting sem.share-sources-as: \"gateway one\" is not a name of letters, digits'",
        "sem.mqtt.discovery,yes,'setting sem.mqtt.discovery: \"yes\" is not device, single or off'",
        "sem.readers.Els.key,x,unknown setting sem.readers.Els.key",
        "sem.readers.els.meter,home,unknown setting sem.readers.els.meter",
        "sem.readers.els.meters,'home,,roof','setting sem.readers.els.meters: \"home,,roof\" is not meters'' names'",
        "sem.readers.els.meters,home;roof,'setting sem.readers.els.meters: \"home;roof\" is not meters'' names'",
        "sem.groups.street.members,'home,,roof','setting sem.groups.street.members: \"home,,roof\" is not meters'' names'",
        "sem.groups.street.members,'home;roof','setting sem.groups.street.members: \"home;roof\" is not meters'' names'",
        "sem.groups.street.key,best,'setting sem.groups.street.key: \"best\" is not fixed, fixed-rounds, relative, priority or'",
        "sem.groups.street.shares,'home:60;roof:40','setting sem.groups.street.shares: \"home:60;roof:40\" is not meters and'",
        "sem.groups.street.shares,home:-1,'setting sem.groups.street.shares: \"home:-1\" is not meters and their percent'",
        "sem.groups.street.member,home,unknown setting sem.groups.street.member",
        "sem.history.url,localhost,'setting sem.history.url: \"localhost\" is not an address'"
    })
    void a_wrong_setting_is_named_in_the_line(String property, String value, String line) {
        assertThat(SettingsCatalogue.fault(Map.of(property, value), Map.of()).orElseThrow())
                .startsWith(line);
    }

    @Test
    void variables_of_the_environment_are_checked_by_their_own_name() {
        assertThat(SettingsCatalogue.fault(Map.of(), Map.of("SEM_METERS_HOME_API_KEY", "x", "PATH", "/bin")))
                .isEmpty();
        assertThat(SettingsCatalogue.fault(Map.of(), Map.of("SEM_METERS_HOME_KEY", "x")))
                .hasValueSatisfying(line -> assertThat(line).startsWith("unknown setting SEM_METERS_HOME_KEY"));
    }

    @ParameterizedTest
    @CsvSource({
        "SEM_CONTRACTS_2026_FROM,2026-01-01",
        "SEM_METERS_1_SOURCE,push",
        "SEM_READERS_7_KEY,x",
        "SEM_GROUPS_7_MEMBERS,home"
    })
    void a_name_of_digits_only_does_not_arrive_from_the_environment_and_is_refused(String variable, String value) {
        assertThat(SettingsCatalogue.fault(Map.of(), Map.of(variable, value)))
                .hasValueSatisfying(line ->
                        assertThat(line).startsWith("setting " + variable).contains("begin it with a letter"));
    }

    @Test
    void the_value_of_a_secret_is_never_in_the_line() {
        SettingsCatalogue.SETTINGS.stream()
                .filter(s -> s.kind() == Setting.Kind.SECRET)
                .forEach(s -> assertThat(SettingsCatalogue.fault(
                                Map.of(s.name().replace("<name>", "home") + "x", "hush"), Map.of()))
                        .hasValueSatisfying(line -> assertThat(line).doesNotContain("hush")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release/deb/sem.conf",
                "infra/k8s/overlays/single-node/settings.env",
                "infra/k8s/overlays/pi-cluster/settings.env"
            })
    void each_line_of_a_file_of_settings_that_is_shipped_is_a_setting_also_one_behind_a_hash(String file)
            throws IOException {
        Matcher line =
                Pattern.compile("(?m)^(?:# )?(SEM_[A-Z0-9_]+)=(.*)$").matcher(Files.readString(ROOT.resolve(file)));
        Map<String, String> variables = new TreeMap<>();
        while (line.find()) {
            if (!line.group(2).equals("…")) {
                variables.put(line.group(1), line.group(2));
            }
        }
        assertThat(variables).isNotEmpty();
        assertThat(SettingsCatalogue.fault(Map.of(), variables)).isEmpty();
    }

    @Test
    void the_documentation_shows_the_catalogue() throws IOException {
        String expected = documentation();
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(DOCS, expected);
        }
        assertThat(Files.readString(DOCS)).isEqualTo(expected);
    }

    private static String documentation() {
        StringBuilder text = new StringBuilder(
                """
                # Settings

                Every setting of SEM. Give it as an environment variable, or as a property (`-Dname=value`).
                A service that finds an unknown or malformed `SEM_…` setting does not start and names it.
                Durations are ISO 8601: `PT10S` is ten seconds, `P14D` fourteen days.

                | environment variable | read by | default | what it does |
                |---|---|---|---|
                """);
        for (Setting s : SettingsCatalogue.SETTINGS) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            s.variable(),
                            s.services(),
                            s.defaultValue().isEmpty()
                                    ? "none"
                                    : s.defaultValue().contains(" ") ? s.defaultValue() : "`" + s.defaultValue() + "`",
                            s.meaning()));
        }
        text.append(
                """

                This page is made from `SettingsCatalogue` in libs/service-base; its test says how.

                Each service also reads the settings of its framework. These are the ones that matter:

                | environment variable | read by | default | what it does |
                |---|---|---|---|
                | `QUARKUS_HTTP_HOST` | all | `127.0.0.1` | The address to listen on; `0.0.0.0` for all. |
                | `QUARKUS_HTTP_PORT` | all | 8080 meter-gateway, 8081 history, 8082 ingest, 8083 display-feed, 8084 home-bridge | The port. |
                | `KAFKA_BOOTSTRAP_SERVERS` | meter-gateway, ingest, history, home-bridge | `localhost:19092` | The Kafka brokers. |
                | `QUARKUS_DATASOURCE_JDBC_URL` | ingest, history | `jdbc:mariadb://localhost:13306/sem` | The database. |
                | `QUARKUS_DATASOURCE_USERNAME`, `QUARKUS_DATASOURCE_PASSWORD` | ingest, history | none | The service's own user. |
                | `QUARKUS_FLYWAY_USERNAME`, `QUARKUS_FLYWAY_PASSWORD` | ingest | none | The user that makes the tables. |
                | `QUARKUS_LOG_CONSOLE_JSON_ENABLED` | all | `false` (`true` in containers) | Log as JSON. |
                """);
        return text.toString();
    }
}
