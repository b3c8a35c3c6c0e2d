package energy.sem.cli.up;

import java.time.Duration;
import java.util.List;

import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.meter.MeterChoice;
import energy.sem.cli.meter.MeterKeys;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.Service;
import energy.sem.cli.screen.Screen;
import energy.sem.source.find.LanAddresses;

/** What is printed when everything is ready: where to look. */
final class Welcome {
    private final Screen screen;
    private final Plan plan;

    Welcome(Screen screen, Plan plan) {
        this.screen = screen;
        this.plan = plan;
    }

    void show(MeterKeys keys, DataFolder data, Duration after) {
        Ports ports = plan.ports();
        boolean lan = plan.lan();
        List<MeterChoice> meters = plan.meters();
        String meter = meters.get(0).name();
        screen.line("");
        screen.line("Ready after " + after.toSeconds() + " s. Ctrl-C stops everything.");
        for (String host : lan ? LanAddresses.all() : List.of(LanAddresses.LOOPBACK)) {
            String history = "http://" + host + ":" + ports.of(Service.HISTORY);
            String display = "http://" + host + ":" + ports.of(Service.DISPLAY);
            screen.line("");
            show("web page", history + "/");
            show("gallery", display + "/");
            for (String period : List.of("day", "week", "month", "year")) {
                show("picture", display + "/display/" + period + "/0.png");
            }
            show("API", history + "/api/v1/meters/" + meter + "/history/week?offset=-1");
        }
        String host = lan ? LanAddresses.all().get(0) : LanAddresses.LOOPBACK;
        String gateway = "http://" + host + ":" + ports.of(Service.GATEWAY);
        show("meters", gateway + "/api/v1/meters");
        if (Service.startedWith(System.getenv()).contains(Service.BRIDGE)) {
            show("bridge", "http://" + host + ":" + ports.of(Service.BRIDGE) + "/api/v1/bridge");
        }
        if (Service.hasLocalApi(System.getenv())) {
            show("local API", "http://" + host + ":" + ports.localApi() + "/api");
        }
        show("logs", data.logs().toString());
        if (plan.kind() == DataFolder.Kind.SIMULATED
                && !InventedPrices.unlessGiven(System.getenv().keySet()).isEmpty()) {
            show("costs", "with invented prices; how to give your own: docs/costs.md");
        }
        for (int each = 0; each < plan.relays(); each++) {
            show(
                    "relay",
                    "tcp://" + host + ":" + ports.relay(each) + " ("
                            + meters.get(each).name() + ")");
        }
        for (MeterChoice each : meters) {
            if (each.isPush()) {
                screen.line("");
                show("push to " + each.name(), gateway + "/api/v1/meters/" + each.name() + "/telegrams");
                show("its key", keys.byMeter().get(each.name()));
            }
        }
    }

    private void show(String what, String where) {
        screen.line(String.format("  %-12s %s", what, where));
    }
}
