package energy.sem.cli.alarm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.folder.RunningUp;
import energy.sem.cli.process.Service;

/**
 * {@code ./sem alarm test}: asks home-bridge for a test through each channel. The bridge sends, because it has the settings,
 * the secrets and the way out: what arrives is what an alarm would.
 */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends a test through each alarm channel, and says what came of it.",
            "Exit status: 0 all arrived, 1 one did not, 2 it could not ask, or there is no channel."
        },
        footer = {"Examples:", "./sem alarm test", "./sem alarm test --bridge http://localhost:9084"})
final class AlarmTestCommand implements Callable<Integer> {
    private static final int COULD_NOT = 2;
    /** Each channel may take ten seconds and more. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--bridge",
            paramLabel = "URL",
            description = "Where home-bridge answers. Default: SEM_BRIDGE_URL, else where the ./sem up or the package"
                    + " has it, else http://localhost:8084.")
    private URI bridge;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the ./sem up. " + RunningUp.DEFAULT)
    private Path data;

    @Option(names = "--json", description = "For scripts: what the bridge answered.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        // The package keeps its settings in a file.
        return test(InstalledSem.isThere() ? new InstallationOptions().settings(System.getenv()) : System.getenv());
    }

    int test(Map<String, String> environment) throws InterruptedException {
        URI address = address(environment);
        HttpResponse<String> answer;
        try {
            answer = ask(address, ReadKey.in(environment));
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("sem: home-bridge does not answer at " + address
                    + ": is it running? It runs where a broker or an alarm channel is set (docs/alarms.md)."
                    + elsewhere(environment) + " --bridge URL or SEM_BRIDGE_URL names another.");
            return COULD_NOT;
        }
        return say(answer);
    }

    private URI address(Map<String, String> environment) {
        if (bridge != null) {
            return bridge;
        }
        String set = environment.getOrDefault("SEM_BRIDGE_URL", "");
        if (data == null && !set.isBlank()) {
            return URI.create(set);
        }
        return folder().map(each ->
                        URI.create("http://127.0.0.1:" + PortsFile.read(each).of(Service.BRIDGE)))
                .orElse(URI.create("http://localhost:8084"));
    }

    /** Where nobody has named a bridge, that none was found here. */
    private String elsewhere(Map<String, String> environment) {
        boolean isNamed = bridge != null
                || !environment.getOrDefault("SEM_BRIDGE_URL", "").isBlank();
        return isNamed || folder().isPresent() ? "" : " Here " + RunningUp.isNotHere() + ".";
    }

    // That of --data, of the package, or of the ./sem up that runs in this checkout.
    private Optional<Path> folder() {
        if (data != null) {
            return Optional.of(data.toAbsolutePath().normalize());
        }
        if (InstalledSem.isThere()) {
            return Optional.of(InstalledSem.FOLDER);
        }
        return RunningUp.folder();
    }

    private int say(HttpResponse<String> answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (IOException e) {
            body = JSON.createObjectNode();
        }
        if (answer.statusCode() != 200 || !body.isArray()) {
            String detail = body.path("detail").asText("");
            System.err.println(
                    "sem: home-bridge answered " + answer.statusCode() + (detail.isEmpty() ? "" : ": " + detail));
            return COULD_NOT;
        }
        if (json) {
            System.out.println(body);
        } else if (body.isEmpty()) {
            System.err.println(
                    "sem: no alarm channel is set: docs/alarms.md shows how, such as SEM_ALARMS_NTFY_TOPIC.");
        } else {
            body.forEach(each -> System.out.println(line(each)));
        }
        if (body.isEmpty()) {
            return COULD_NOT;
        }
        boolean all = true;
        for (JsonNode each : body) {
            all &= each.path("result").asText().equals("sent");
        }
        return all ? 0 : 1;
    }

    private static String line(JsonNode tested) {
        boolean sent = tested.path("result").asText().equals("sent");
        return (sent ? "sent      " : "NOT sent  ")
                + tested.path("channel").asText() + " (" + tested.path("target").asText() + "): "
                + tested.path("words").asText();
    }

    private static HttpResponse<String> ask(URI bridge, Optional<String> key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(bridge.toString().replaceAll("/+$", "") + "/api/v1/alarms/test"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        key.ifPresent(each -> request.header("X-API-Key", each));
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
