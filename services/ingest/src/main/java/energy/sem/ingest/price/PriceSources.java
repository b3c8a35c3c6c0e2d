package energy.sem.ingest.price;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Secrets;
import energy.sem.bill.price.AnyUrl;
import energy.sem.bill.price.EnergyCharts;
import energy.sem.bill.price.EnergyZero;
import energy.sem.bill.price.EntsoE;
import energy.sem.bill.price.PriceArea;
import energy.sem.bill.price.PriceMapping;
import energy.sem.bill.price.PriceSource;

/** The areas and sources that settings name. */
@ApplicationScoped
class PriceSources {
    /** The source that is a file of one's own. */
    static final String FILE = "file";

    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    private final PriceSettings settings;
    private final URI energyCharts;
    private final URI energyZero;

    PriceSources(
            PriceSettings settings,
            @ConfigProperty(name = "ingest.prices.energy-charts", defaultValue = "https://api.energy-charts.info/price")
                    URI energyCharts,
            @ConfigProperty(
                            name = "ingest.prices.energyzero",
                            defaultValue = "https://public.api.energyzero.nl/public/v1/prices")
                    URI energyZero) {
        this.settings = settings;
        this.energyCharts = energyCharts;
        this.energyZero = energyZero;
    }

    /** A setting that names nothing stops the start: prices that never come would be found out at the end of the month. */
    void check(@Observes StartupEvent start) {
        try {
            areas().forEach(this::of);
            if (settings.since().filter(each -> each.isBefore(EARLIEST)).isPresent()) {
                throw new IllegalArgumentException(
                        "since is before " + EARLIEST + ": no source has prices of that time");
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("settings sem.prices: " + e.getMessage(), e);
        }
    }

    /** For which areas. */
    List<PriceArea> areas() {
        List<PriceArea> areas = new ArrayList<>();
        for (String name : settings.areas().orElse(List.of())) {
            PriceArea area = Arrays.stream(PriceArea.values())
                    .filter(each -> each.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no area \"" + name + "\": use " + Arrays.toString(PriceArea.values())));
            if (!areas.contains(area)) {
                areas.add(area);
            }
        }
        return areas;
    }

    /** That file. */
    Path file() {
        return Path.of(settings.file()
                .orElseThrow(() -> new IllegalArgumentException("the source file needs sem.prices.file")));
    }

    /**
     * One of those to ask.
     *
     * @param source {@code null} for the file
     */
    record Place(PriceSource source) {
        boolean isFile() {
            return source == null;
        }
    }

    /** Whom to ask for an area, the preferred one first. */
    List<Place> of(PriceArea area) {
        List<Place> places = new ArrayList<>();
        for (String name : settings.sources()) {
            switch (name.strip()) {
                case FILE -> places.add(ownFile());
                case "entso-e" ->
                    places.add(new Place(new EntsoE(
                            settings.entsoE().url().orElse(EntsoE.HOME),
                            area,
                            secret(settings.entsoE()
                                    .token()
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "the source entso-e needs your own token, sem.prices.entso-e.token"))))));
                case "energy-charts" -> places.add(new Place(new EnergyCharts(energyCharts, area)));
                case "energyzero" -> {
                    if (area == PriceArea.NL) {
                        places.add(new Place(new EnergyZero(energyZero)));
                    }
                }
                case "url" -> places.add(new Place(url(area)));
                default ->
                    throw new IllegalArgumentException(
                            "there is no source \"" + name + "\": use entso-e, energy-charts, energyzero, url or file");
            }
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no source is left for the area " + area
                    + ": energyzero is for the area NL only, add another one to sem.prices.sources");
        }
        return places;
    }

    private Place ownFile() {
        file();
        if (areas().size() > 1) {
            throw new IllegalArgumentException(
                    "the source file has the prices of one area: name one in sem.prices.areas, or take file out of"
                            + " sem.prices.sources");
        }
        return new Place(null);
    }

    private PriceSource url(PriceArea area) {
        PriceSettings.Address url = settings.url();
        if (url.end().isEmpty() && !PriceMapping.STEPS.contains(url.step())) {
            throw new IllegalArgumentException("sem.prices.url.step is PT15M or PT1H");
        }
        String address = url.address()
                .orElseThrow(() -> new IllegalArgumentException("the source url needs sem.prices.url.address"));
        if (areas().size() > 1 && !address.contains("{area}")) {
            throw new IllegalArgumentException(
                    "with two areas sem.prices.url.address needs {area} where the area belongs: both would get the"
                            + " same prices");
        }
        return new AnyUrl(
                address.replace("{area}", area.name()),
                url.token().map(PriceSources::secret).orElse(null),
                new PriceMapping(
                        url.list().orElse(""),
                        url.start(),
                        url.end().orElse(null),
                        url.price(),
                        PriceMapping.unit(url.unit()),
                        url.step()));
    }

    /** A secret, or the first line of the file that {@code @} names. */
    private static String secret(String value) {
        String token = Secrets.read("a token", value);
        if (!token.matches("[!-~]{1,512}")) {
            throw new IllegalArgumentException(
                    "a token is empty, longer than 512 characters, or has a space, a line break or"
                            + " a letter beyond ASCII in it: copy it once more");
        }
        return token;
    }
}
