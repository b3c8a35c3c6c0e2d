package energy.sem.base;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where every service begins: a wrong {@code sem.*} setting in the environment or on the command line ends it with one
 * line and status 1, before anything that would say so in its own way reads the setting.
 */
@QuarkusMain
public final class Start {
    private Start() {}

    public static void main(String[] args) {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty, (a, b) -> a, TreeMap::new));
        Optional<String> fault = SettingsCatalogue.fault(properties, new TreeMap<>(System.getenv()));
        if (fault.isPresent()) {
            System.err.println(fault.get());
            System.exit(1);
        }
        Quarkus.run(args);
    }
}
