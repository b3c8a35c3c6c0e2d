package energy.sem.bridge.local;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

import org.junit.jupiter.api.Test;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

class AnnouncementTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void who_looks_for_a_homewizard_finds_it_and_hears_when_it_goes() throws Exception {
        LocalIdentity identity = LocalIdentity.of("home", Optional.empty());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        AtomicReference<ServiceInfo> found = new AtomicReference<>();
        AtomicReference<String> gone = new AtomicReference<>();
        try (JmDNS looking = JmDNS.create(loopback)) {
            looking.addServiceListener("_hwenergy._tcp.local.", new ServiceListener() {
                @Override
                public void serviceAdded(ServiceEvent event) {
                    looking.requestServiceInfo(event.getType(), event.getName(), true);
                }

                @Override
                public void serviceRemoved(ServiceEvent event) {
                    gone.set(event.getName());
                }

                @Override
                public void serviceResolved(ServiceEvent event) {
                    if (event.getName().equals(identity.instance())
                            && event.getInfo().getPropertyString("serial") != null) {
                        found.set(event.getInfo());
                    }
                }
            });
            Announcement announcement = Announcement.of(identity, 8085, List.of(loopback));
            try {
                await().atMost(SOON).until(() -> found.get() != null);
            } finally {
                announcement.close();
            }
            await().atMost(SOON).until(() -> identity.instance().equals(gone.get()));
        }
        assertThat(found.get().getPort()).isEqualTo(8085);
        identity.texts()
                .forEach((name, value) ->
                        assertThat(found.get().getPropertyString(name)).as(name).isEqualTo(value));
    }
}
