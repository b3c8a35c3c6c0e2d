package energy.sem.gateway.meter;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The settings below {@code sem.meters}, by the meter's name. */
@ConfigMapping(prefix = "sem.meters")
public interface MeterSettings {

    /** All configured meters. */
    @WithParentName
    Map<String, One> byName();

    /** The settings of one meter. */
    interface One {
        /** Where its telegrams come from, see the contract's table "Meter sources". */
        Optional<String> source();

        /** The key of who pushes to it. */
        Optional<String> apiKey();

        /** The token of a device that gives one out, or {@code @} and a file that has it. */
        Optional<String> token();

        /** The password of the user whom an MQTT source names, or {@code @} and a file that has it. */
        Optional<String> password();

        /** Certificates that are trusted at a source by TLS. */
        Optional<String> caFile();

        /** The serial number for a source that sends none; default the meter's name. */
        Optional<String> serial();

        /** The key of an encrypting meter. */
        Optional<String> decryptionKey();

        /** What the tags of its frames have to fit. */
        Optional<String> authenticationKey();

        /** How seldom to publish. */
        Optional<String> publishEvery();

        /** Where its telegrams are passed on. */
        Optional<String> relayPort();

        /** What the household's connection carries: history's, and known here because both may be given one environment. */
        Optional<String> connection();

        /** Whose clock counts: meter, arrival or auto. */
        Optional<String> time();

        /** How many amperes one of the meter's is. */
        Optional<String> currentRatio();

        /** How many volts one of the meter's is. */
        Optional<String> voltageRatio();
    }
}
