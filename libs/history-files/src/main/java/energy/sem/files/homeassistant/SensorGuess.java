package energy.sem.files.homeassistant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.SensorMeaning;
import energy.sem.p1.Register;

/**
 * What a sensor of Home Assistant most likely counts, by its name: the integrations of P1 meters (DSMR, HomeWizard, DSMR-reader, ESPHome)
 * name their sensors after register and tariff. A name that says low or high is not guessed: they mean opposite tariffs in Belgium and
 * the Netherlands.
 */
final class SensorGuess {
    private static final Pattern EXPORT = Pattern.compile("export|produc|return|teruglever|injecti|injection");
    private static final Pattern IMPORT = Pattern.compile("import|consum|deliver|afname|offtake|verbruik");
    private static final Pattern TARIFF = Pattern.compile("(?:tarif+_?|_t|delivered_|returned_)([1-8])(?![0-9])");
    private static final Pattern METER = Pattern.compile("tarif|p1|dsmr|meter|grid|smart|energy_(im|ex)port|net_");
    private static final Pattern OTHER = Pattern.compile(
            "daily|today|month|week|year|hour|quarter|cost|price|solar|pv|inverter|battery|charge|ev_|phase|_l[123]|average|peak|high|low|hoog|laag|dal|normaal|power");

    private SensorGuess() {}

    /**
     * Empty where the name does not say.
     *
     * @param volume whether its unit is one of volume, else it is one of energy
     */
    static Optional<SensorMeaning> of(String sensor, boolean volume) {
        String name = sensor.toLowerCase(Locale.ROOT).replaceFirst("^[a-z_]+[.:]", "");
        if (OTHER.matcher(name).find()) {
            return Optional.empty();
        }
        if (volume) {
            return name.contains("gas")
                    ? SensorMeaning.of("gas")
                    : name.contains("water") ? SensorMeaning.of("water") : Optional.empty();
        }
        boolean export = EXPORT.matcher(name).find();
        if (!METER.matcher(name).find() || (!export && !IMPORT.matcher(name).find())) {
            return Optional.empty();
        }
        Matcher tariff = TARIFF.matcher(name);
        String register = (export ? "export" : "import") + (tariff.find() ? "_t" + tariff.group(1) : "") + "_wh";
        return Optional.ofNullable(Register.ofColumn(register))
                .map(found -> new SensorMeaning(FileDeviceKind.ELECTRICITY, found));
    }
}
