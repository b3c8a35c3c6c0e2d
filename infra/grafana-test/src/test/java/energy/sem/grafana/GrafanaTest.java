package energy.sem.grafana;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.grafana.GrafanaFiles.Query;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/** What Grafana would find, ask and get. */
class GrafanaTest {
    private static final TestServices SERVICES = TestServices.get();
    private static final Pattern SERIES = Pattern.compile("[a-z]+_[a-z_]+");
    private static final Duration RANGE = Duration.ofDays(Household.DAYS - 1);

    @BeforeAll
    static void a_household() throws SQLException {
        SERVICES.migrate();
        Household.store(SERVICES);
    }

    static Stream<Query> sqlQueries() {
        return GrafanaFiles.queries().stream()
                .filter(query -> query.datasource().equals("sem"));
    }

    static Stream<Path> dashboards() {
        return GrafanaFiles.dashboards().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sqlQueries")
    void a_query_gives_rows_to_the_user_that_sees_only_views(Query query) throws SQLException {
        List<List<Object>> rows = rows(query.text());

        assertThat(rows).as(query.text()).isNotEmpty();
        assertThat(rows.stream().flatMap(List::stream).filter(Number.class::isInstance))
                .as("a number in the rows of %s", query.where())
                .satisfiesAnyOf(
                        numbers -> assertThat(numbers).isNotEmpty(),
                        numbers -> assertThat(query.where()).contains("variable"),
                        numbers -> assertThat(query.where()).contains("Kept aside"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sqlQueries")
    void a_time_series_has_its_time_first_and_in_order(Query query) throws SQLException {
        if (!query.format().equals("time_series")) {
            return;
        }
        try (Connection connection = grafana();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(expanded(query.text()))) {
            assertThat(result.getMetaData().getColumnLabel(1)).isEqualTo("time");
            long before = Long.MIN_VALUE;
            while (result.next()) {
                Object time = result.getObject(1);
                long epochSecond = time instanceof Number number
                        ? number.longValue()
                        : result.getTimestamp(1).toInstant().getEpochSecond();
                assertThat(epochSecond).isGreaterThanOrEqualTo(before);
                assertThat(Instant.ofEpochSecond(epochSecond))
                        .isBetween(Instant.now().minus(Duration.ofDays(800)), Instant.now());
                before = epochSecond;
            }
        }
    }

    @Test
    void hours_days_weeks_months_and_years_add_up_to_the_difference_of_the_registers() throws SQLException {
        long fromQuarter = (Instant.now().getEpochSecond() - RANGE.toSeconds()) / 900;
        List<Long> totals = new ArrayList<>();
        for (Query query : sqlQueries().toList()) {
            if (query.where().startsWith("SEM: energy, By")) {
                double kwh = rows(query.text()).stream()
                        .mapToDouble(row -> ((Number) row.get(1)).doubleValue())
                        .sum();
                totals.add(Math.round(kwh * 1000));
            }
        }
        long quarters = Instant.now().getEpochSecond() / 900 - fromQuarter;

        assertThat(totals).hasSize(5).allMatch(wh -> Math.abs(wh - (quarters * 100 + 99)) <= 100);
        assertThat(new HashSet<>(totals))
                .as("each bucket size gives the same total")
                .hasSize(1);
    }

    @Test
    void the_original_columns_say_what_they_said() throws SQLException {
        List<Object> row = rows("SELECT UL1, UL2, IL1, Pch, Pcl, Pph, Ppl, Pc, Pp, Vg, Vw, meter FROM FluviusMeter"
                        + " ORDER BY reading_time DESC LIMIT 1")
                .get(0);

        assertThat(row.subList(0, 3).stream().map(Object::toString).map(Double::valueOf))
                .containsExactly(234.1, -1.0, 2.0);
        assertThat(row.subList(4, 11).stream().map(Object::toString).map(Double::valueOf))
                .containsExactly(5.0, 0.01, -1.0, 4.8, 0.0, 0.07, 0.03);
        assertThat(row.get(11)).isEqualTo("home");
    }

    @Test
    void the_peak_ahead_is_over_the_peak_only_when_the_quarter_hour_will_be() throws SQLException {
        String text = GrafanaFiles.queries().stream()
                .filter(query -> query.where().contains("new month peak"))
                .findFirst()
                .orElseThrow()
                .text();

        assertThat(rows(text)).hasSize(1);
        assertThat(rows(text.replace("AS over_kw", "+ 1000 AS over_kw"))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dashboards")
    void a_dashboard_has_what_grafana_needs_and_asks_only_the_provisioned_sources(Path file) {
        JsonNode dashboard = GrafanaFiles.read(file);
        Set<Integer> ids = new HashSet<>();

        assertThat(dashboard.path("uid").asText()).startsWith("sem-").hasSizeLessThanOrEqualTo(40);
        assertThat(dashboard.path("title").asText()).startsWith("SEM: ");
        assertThat(dashboard.path("panels")).isNotEmpty();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("targets")).isNotEmpty();
            JsonNode position = panel.path("gridPos");
            assertThat(position.path("x").asInt() + position.path("w").asInt()).isLessThanOrEqualTo(24);
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.at("/datasource/uid").asText()).isIn("sem", "sem-prometheus");
            }
        }
    }

    @Test
    void every_dashboard_is_handed_to_the_cluster_and_has_its_own_identity() throws Exception {
        String kustomization = Files.readString(GrafanaFiles.FOLDER.resolve("kustomization.yaml"));
        Set<String> identities = new HashSet<>();
        for (Path file : GrafanaFiles.dashboards()) {
            assertThat(kustomization).contains("dashboards/" + file.getFileName() + "\n");
            assertThat(identities.add(GrafanaFiles.read(file).path("uid").asText()))
                    .isTrue();
        }
    }

    @Test
    void every_series_asked_of_prometheus_stands_in_the_table_of_metrics() throws Exception {
        String table = Files.readString(GrafanaFiles.FOLDER.resolveSibling("../docs/metrics.md"));
        List<Query> queries = GrafanaFiles.queries().stream()
                .filter(query -> query.datasource().equals("sem-prometheus"))
                .toList();

        assertThat(queries).isNotEmpty();
        for (Query query : queries) {
            String names = query.text().replaceAll("\\{[^}]*}|by \\([^)]*\\)", "");
            for (MatchResult name : SERIES.matcher(names).results().toList()) {
                String word = name.group();
                String family = table.contains("`" + word + "`") ? word : word.replaceFirst("_(sum|count|max)$", "");
                assertThat(table).as(query.where()).contains("`" + family + "`");
            }
        }
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        try (Connection connection = grafana();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(expanded(sql))) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static Connection grafana() throws SQLException {
        return SERVICES.connect("sem_grafana");
    }

    // As Grafana's MySQL data source does.
    private static String expanded(String sql) {
        long until = Instant.now().getEpochSecond();
        long from = until - RANGE.toSeconds();
        return sql.replace("$__unixEpochFrom()", Long.toString(from))
                .replace("$__unixEpochTo()", Long.toString(until))
                .replace("$__interval_ms", "60000")
                .replaceAll(
                        "\\$__timeFilter\\((\\w+)\\)",
                        "$1 BETWEEN FROM_UNIXTIME(" + from + ") AND FROM_UNIXTIME(" + until + ")")
                .replace("${meter:sqlstring}", "'home'");
    }
}
