package energy.sem.bridge.alarm;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.channel.Channel;
import energy.sem.bridge.alarm.channel.ChannelKind;
import energy.sem.bridge.alarm.channel.EventBody;
import energy.sem.bridge.alarm.channel.Outcome;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;
import energy.sem.bridge.mqtt.Lasting;
import energy.sem.bridge.mqtt.Outlet;

/** {@code sem/<meter>/event}, not retained: for Home Assistant's automations, so each at once and at any hour. */
@Singleton
class MqttEvents implements ChannelKind {
    private static final String WORD = "mqtt";
    private static final int PATIENCE_SECONDS = 10;

    private final Outlet outlet;

    MqttEvents(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public Optional<Channel> of(Limits settings) {
        boolean on = settings.of("sem.alarms.mqtt.enabled")
                .map(Boolean::parseBoolean)
                .orElse(true);
        return on && outlet.isOn() ? Optional.of(new Events(outlet)) : Optional.empty();
    }

    private record Events(Outlet outlet) implements Channel {
        @Override
        public String word() {
            return WORD;
        }

        @Override
        public String target() {
            return "the topics <meter>/event";
        }

        @Override
        public boolean isForPrograms() {
            return true;
        }

        @Override
        public Outcome send(Notice notice, Text text) throws InterruptedException {
            String meter = notice.key().meter().isEmpty()
                    ? Outlet.INSTALLATION
                    : notice.key().meter();
            String body = new String(EventBody.of(notice, text), StandardCharsets.UTF_8);
            try {
                outlet.tell(meter, "event", body, Lasting.EVENT).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return Outcome.sent("the broker took it");
            } catch (TimeoutException e) {
                return Outcome.later("the broker did not take it within " + PATIENCE_SECONDS + " s");
            } catch (ExecutionException e) {
                return Outcome.later(e.getCause().getMessage());
            }
        }
    }
}
