package energy.sem.ingest.price;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The settings {@code sem.prices.…}; docs/settings.md says what each means. */
@ConfigMapping(prefix = "sem.prices")
interface PriceSettings {
    /** For which areas, such as BE; none: nothing is asked. */
    Optional<List<String>> areas();

    /** Whom to ask, the preferred one first. */
    @WithDefault("energy-charts")
    List<String> sources();

    /** The first day that is wanted; yesterday without it. */
    Optional<LocalDate> since();

    /** Days that are asked for once more after each start, known or given up. */
    Optional<List<LocalDate>> again();

    /** The file of the source {@code file}. */
    Optional<String> file();

    @WithName("entso-e")
    Token entsoE();

    Address url();

    /** Of the source {@code entso-e}. */
    interface Token {
        Optional<String> token();

        /** Another place that answers alike. */
        Optional<URI> url();
    }

    /** Of the source {@code url}. */
    interface Address {
        Optional<String> address();

        Optional<String> token();

        @WithDefault("")
        Optional<String> list();

        @WithDefault("start")
        String start();

        Optional<String> end();

        @WithDefault("value")
        String price();

        @WithDefault("EUR/kWh")
        String unit();

        @WithDefault("PT15M")
        Duration step();
    }
}
