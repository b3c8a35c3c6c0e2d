package energy.sem.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code ./sem up} takes as a source is what the gateway takes: neither may depend on the other, so both are asked here,
 * as they were packaged. Only {@code simulated} is the launcher's own.
 */
class SourcesIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("sem.checkout"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "serial:/dev/ttyUSB0                     | true",
                "serial:/dev/ttyUSB0?baud=9600&format=7E1 | true",
                "serial:/dev/ttyUSB0?baud=9600           | true",
                "serial:/dev/ttyUSB0?format=8N1          | true",
                "serial:/dev/ttyUSB0?format=8N2          | false",
                "serial:/dev/ttyUSB0?speed=9600          | false",
                "serial:ttyUSB0                          | false",
                "serial:                                 | false",
                "serial:auto                             | true",
                "serial:auto?baud=9600                   | true",
                "serial:auto?baud=x                      | false",
                "tcp://ser2net.lan:2001                  | true",
                "tcp://10.0.0.7:2001/                    | true",
                "tcp://[fe80::1%eth0]:2001               | true",
                "tcp://ser2net:65535                     | true",
                "tcp://ser2net:65536                     | false",
                "tcp://ser2net:99999                     | false",
                "tcp://ser2net:0                         | false",
                "tcp://ser2net                           | false",
                "tcp://:2001                             | false",
                "homewizard://p1meter.local              | true",
                "homewizard://10.0.0.7:80/               | true",
                "homewizard://[fe80::1]                  | true",
                "homewizard://                           | false",
                "homewizard://a/b                        | false",
                "replay:/tmp/recording                   | true",
                "replay:/tmp/recording?speed=10          | true",
                "replay:/tmp/recording?speed=0           | false",
                "replay:recording                        | false",
                "replay:                                 | false",
                "push                                    | true",
                "push:now                                | false",
                "mqtt                                    | false",
                "simulatedx                              | false"
            })
    void the_launcher_and_the_gateway_agree(String source, boolean isOne) throws Exception {
        assertThat(launcherTakes(source)).as("launcher").isEqualTo(isOne);
        assertThat(gatewayTakes(source)).as("gateway").isEqualTo(isOne);
    }

    @Test
    void the_gateway_takes_every_form_that_the_help_shows_but_the_simulated_one() throws Exception {
        List<String> forms = forms();

        assertThat(forms).hasSizeGreaterThanOrEqualTo(7);
        for (String form : forms) {
            String source = form.replace("port", "2001");
            assertThat(gatewayTakes(source)).as(source).isEqualTo(!source.startsWith("simulated"));
        }
    }

    private static boolean launcherTakes(String source) throws Exception {
        try (URLClassLoader classes = new URLClassLoader(jars(CHECKOUT.resolve("cli/target")), parent())) {
            Method parse = classes.loadClass("energy.sem.cli.meter.MeterChoice").getMethod("parse", List.class);
            return succeeds(parse, List.of("x=" + source));
        }
    }

    private static boolean gatewayTakes(String source) throws Exception {
        Path application = CHECKOUT.resolve("services/meter-gateway/target/quarkus-app");
        try (URLClassLoader classes = new URLClassLoader(
                jars(application.resolve("app"), application.resolve("lib/boot"), application.resolve("lib/main")),
                parent())) {
            Method parse =
                    classes.loadClass("energy.sem.gateway.source.SourceUrl").getMethod("parse", String.class);
            return succeeds(parse, source);
        }
    }

    private static List<String> forms() throws Exception {
        try (URLClassLoader classes = new URLClassLoader(jars(CHECKOUT.resolve("cli/target")), parent())) {
            Class<?> kind = classes.loadClass("energy.sem.cli.meter.SourceKind");
            List<String> forms = new ArrayList<>();
            for (Object each : kind.getEnumConstants()) {
                forms.add((String) kind.getMethod("form").invoke(each));
            }
            return forms;
        }
    }

    private static boolean succeeds(Method method, Object argument) throws IllegalAccessException {
        try {
            return method.invoke(null, argument) != null;
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isInstanceOf(RuntimeException.class);
            return false;
        }
    }

    private static URL[] jars(Path... folders) throws Exception {
        List<URL> jars = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar :
                        files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                    jars.add(url(jar));
                }
            }
        }
        return jars.toArray(URL[]::new);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    private static ClassLoader parent() {
        return ClassLoader.getPlatformClassLoader();
    }
}
