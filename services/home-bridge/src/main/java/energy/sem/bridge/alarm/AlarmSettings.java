package energy.sem.bridge.alarm;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import energy.sem.base.NoStart;
import energy.sem.bridge.alarm.machine.Post.Manners;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words;

/** The settings {@code sem.alarms.*}. Thread-safe. */
@Singleton
class AlarmSettings implements Limits {
    private static final String QUIET = "sem.alarms.quiet";
    private static final String NEVER_QUIET = "off";

    private final Config config;

    AlarmSettings(Config config) {
        this.config = config;
    }

    @Override
    public Optional<String> of(String setting) {
        return config.getOptionalValue(setting, String.class);
    }

    /** The household's zone. */
    ZoneId zone() {
        return ZoneId.of(of("sem.time-zone").orElse("Europe/Brussels"));
    }

    /** The texts of messages. */
    Words words() {
        String language = of("sem.alarms.language").or(() -> of("sem.language")).orElse("nl");
        return new Words(language, zone());
    }

    /** When channels may speak. */
    Manners manners() {
        int most = (int) number("sem.alarms.most-a-day", 10);
        String quiet = of(QUIET).orElse("22:00-07:00");
        if (quiet.equals(NEVER_QUIET)) {
            return new Manners(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone(), most);
        }
        try {
            String[] ends = quiet.split("-", 2);
            return new Manners(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), zone(), most);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new NoStart("setting " + QUIET + ": \"" + quiet + "\" is not two times such as 22:00-07:00, or off");
        }
    }

    /** Whether each alarm is published, where there is a broker. */
    boolean isOnMqtt() {
        return of("sem.alarms.mqtt.enabled").map(Boolean::parseBoolean).orElse(true);
    }

    /** Whether a rule is looked at. */
    boolean isOn(AlarmRule rule) {
        return of("sem.alarms." + rule.word() + ".enabled")
                .map(Boolean::parseBoolean)
                .orElse(true);
    }
}
