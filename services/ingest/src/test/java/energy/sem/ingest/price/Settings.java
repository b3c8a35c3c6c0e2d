package energy.sem.ingest.price;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings of prices as a person may write them: the area BE and an invented token unless they say otherwise. */
final class Settings {

    static PriceSettings of(String sources, URI entsoE, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "sem.prices.areas",
                "BE",
                "sem.prices.sources",
                sources,
                "sem.prices.entso-e.token",
                "an-invented-token",
                "sem.prices.entso-e.url",
                entsoE.toString()));
        all.putAll(more);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .withMapping(PriceSettings.class)
                .build()
                .getConfigMapping(PriceSettings.class);
    }

    private Settings() {}
}
