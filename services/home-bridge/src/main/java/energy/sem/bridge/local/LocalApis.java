package energy.sem.bridge.local;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.jboss.logging.Logger;

import energy.sem.base.NoStart;
import energy.sem.base.Secrets;
import energy.sem.base.Version;
import energy.sem.base.door.TimeLimit;
import energy.sem.bridge.gateway.GatewayTelegrams;
import energy.sem.bridge.history.History;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.TelegramFollower;

/** Starts what of the local APIs is switched on, and nothing where nothing is. */
@Singleton
public class LocalApis {
    private static final Logger LOG = Logger.getLogger(LocalApis.class);

    private final LocalSettings settings;
    private final LiveMeters meters;
    private final TelegramFollower follower;
    private final History history;
    private final GatewayTelegrams telegrams;
    private final Clock clock;
    private final Vertx vertx;
    private final TimeLimit timeLimit;
    private LocalServer server;
    private Announcement announcement;

    LocalApis(
            LocalSettings settings,
            LiveMeters meters,
            TelegramFollower follower,
            History history,
            GatewayTelegrams telegrams,
            Clock clock,
            Vertx vertx,
            TimeLimit timeLimit) {
        this.settings = settings;
        this.meters = meters;
        this.follower = follower;
        this.history = history;
        this.telegrams = telegrams;
        this.clock = clock;
        this.vertx = vertx;
        this.timeLimit = timeLimit;
    }

    void start(@Observes StartupEvent event) {
        if (settings.homeWizardMeter.isEmpty() && settings.dsmrReaderMeter.isEmpty()) {
            return;
        }
        try {
            Router router = Router.router(vertx);
            timeLimit.register(router);
            Optional<LocalIdentity> identity = settings.homeWizardMeter.map(meter -> homeWizard(router, meter));
            settings.dsmrReaderMeter.ifPresent(meter -> dsmrReader(router, meter));
            server = LocalServer.listen(
                    vertx, settings.host, settings.port, router, new LocalHosts(settings.hosts.orElse(List.of())));
            LOG.infof("the local APIs listen on %s:%d", settings.host, server.port());
            follower.open();
            identity.ifPresent(this::announce);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new NoStart(e.getMessage());
        }
    }

    private LocalIdentity homeWizard(Router router, String meter) {
        LocalIdentity identity = LocalIdentity.of(meter, settings.homeWizardSerial);
        new HomeWizardApi(identity, told(meter), settings.zone, telegrams.of(meter)::get, clock).routes(router);
        LOG.infof("meter %s is told as the HomeWizard P1 meter %s", meter, identity.instance());
        return identity;
    }

    private void dsmrReader(Router router, String meter) {
        String key = settings.dsmrReaderKey
                .map(value -> Secrets.read("sem.local-api.dsmr-reader-key", value))
                .orElseThrow(
                        () -> new IllegalArgumentException("sem.local-api.dsmr-reader-key is missing: DSMR-reader's"
                                + " clients send a key, and nobody is answered without it"));
        new DsmrReaderApi(key, told(meter), new HistoryPeriods(history, meter), clock, settings.zone)
                .routes(router, Version.ofThisBuild().version());
        LOG.infof("meter %s is told as by DSMR-reader", meter);
    }

    private ToldMeter told(String meter) {
        ToldMeter told = new ToldMeter(meter, clock);
        meters.listen(told);
        return told;
    }

    private void announce(LocalIdentity identity) {
        if (!settings.announce) {
            return;
        }
        try {
            InetAddress host = InetAddress.getByName(settings.host);
            // On loopback nobody would reach it.
            List<InetAddress> addresses = host.isAnyLocalAddress()
                    ? Announcement.ofThisMachine()
                    : host.isLoopbackAddress() ? List.of() : List.of(host);
            announcement = Announcement.of(identity, server.port(), addresses);
        } catch (UnknownHostException | SocketException e) {
            LOG.warnf("the HomeWizard API is not announced: %s", e.getMessage());
        }
    }

    /** Where it listens; 0 when it does not. */
    public int port() {
        return server == null ? 0 : server.port();
    }

    void stop(@Observes ShutdownEvent event) {
        if (announcement != null) {
            announcement.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
