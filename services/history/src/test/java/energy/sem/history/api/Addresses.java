package energy.sem.history.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/** Every path of the API that is read, with a meter's name where one belongs, and questions that need more than a path. */
final class Addresses {
    private Addresses() {}

    /**
     * Those for a meter.
     *
     * @param openApi the service's document, which has every path
     */
    static List<String> of(String openApi, String meter) {
        Set<String> all = new TreeSet<>();
        Map<String, Map<String, Object>> paths = JsonPath.from(openApi).getMap("paths");
        paths.forEach((path, operations) -> {
            if (operations.containsKey("get") && !path.endsWith("/live")) {
                all.add(path.replace("{meter}", meter)
                        .replace("{view}", "month,0")
                        .replaceAll("\\{[a-z]+}", "1"));
            }
        });
        assertThat(all).hasSizeGreaterThan(15);
        LocalDate today = LocalDate.now(SampleMeters.ZONE);
        String range = "?from=" + today.minusDays(2) + "&to=" + today;
        for (String ranged : List.of("history", "readings", "events", "power")) {
            all.add("/api/v1/meters/" + meter + "/" + ranged + range);
        }
        for (String period : List.of("day,0", "week,0", "year,0", "day,-1")) {
            all.add("/api/v1/meters/" + meter + "/history/" + period);
            all.add("/api/v1/meters/" + meter + "/history/" + period + "?format=csv");
        }
        for (String bill : List.of("month,0", "forecast", "comparison")) {
            for (String contract : List.of("zebradeal", "elsdeal", "nothere")) {
                all.add("/api/v1/meters/" + meter + "/bill/" + bill + "?contract=" + contract);
            }
        }
        for (String form : List.of("months", "home-assistant", "dsmr-reader", "wrong")) {
            all.add("/api/v1/meters/" + meter + "/export?as=" + form);
        }
        all.add("/get-esp-data.php?selector=0&meter=" + meter);
        all.add("/get-esp-data.php?selector=0");
        all.add("/api/v1/prices" + range);
        all.add("/api/v1/groups/elsyard/sharing/month,0");
        all.add("/api/v1/meters/" + meter);
        all.add("/api/v1/meters/" + meter + "/nothing");
        all.add("/q/metrics");
        all.add("/q/health");
        all.add("/");
        return new ArrayList<>(all);
    }
}
