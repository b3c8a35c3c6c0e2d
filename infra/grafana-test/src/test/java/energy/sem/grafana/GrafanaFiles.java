package energy.sem.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What lies in infra/grafana. */
final class GrafanaFiles {
    static final Path FOLDER = folder();

    private GrafanaFiles() {}

    /** A query of a panel or of an alert rule, for MariaDB or for Prometheus. */
    record Query(String where, String datasource, String format, String text) {}

    /** The dashboards by file name. */
    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        ObjectMapper mapper = file.toString().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Every query of every panel, variable and alert rule. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (Path file : dashboards()) {
            JsonNode dashboard = read(file);
            String title = dashboard.path("title").asText();
            for (JsonNode variable : dashboard.at("/templating/list")) {
                queries.add(query(title + ", variable " + variable.path("name").asText(), variable, "query", "table"));
            }
            for (JsonNode panel : dashboard.path("panels")) {
                String where = title + ", " + panel.path("title").asText();
                for (JsonNode target : panel.path("targets")) {
                    queries.add(query(
                            where,
                            target,
                            target.has("rawSql") ? "rawSql" : "expr",
                            target.path("format").asText()));
                }
            }
        }
        JsonNode alerting = read(FOLDER.resolve("provisioning/alerting/sem.yaml"));
        for (JsonNode rule : alerting.at("/groups/0/rules")) {
            JsonNode data = rule.at("/data/0");
            JsonNode model = data.path("model");
            queries.add(new Query(
                    "alert rule " + rule.path("title").asText(),
                    data.path("datasourceUid").asText(),
                    model.path("format").asText(),
                    model.has("rawSql")
                            ? model.path("rawSql").asText()
                            : model.path("expr").asText()));
        }
        return queries;
    }

    private static Query query(String where, JsonNode node, String field, String format) {
        return new Query(
                where,
                node.at("/datasource/uid").asText(),
                format,
                node.path(field).asText());
    }

    // Of the checkout: the module's folder, or the project's when tests run from there.
    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("infra/grafana/dashboards");
            if (Files.isDirectory(candidate)) {
                return candidate.getParent();
            }
        }
        throw new IllegalStateException("infra/grafana is not above " + here);
    }
}
