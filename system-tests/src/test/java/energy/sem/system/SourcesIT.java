package energy.sem.system;

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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged launcher and the packaged gateway know the same sources, though the launcher has none of the libraries that
 * they are read with. Only {@code simulated} is the launcher's own.
 */
class SourcesIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("sem.checkout"));

    @Test
    void the_launcher_takes_every_form_that_the_gateway_reads_and_the_simulated_one() throws Exception {
        Path application = CHECKOUT.resolve("services/meter-gateway/target/quarkus-app");
        List<String> read;
        try (URLClassLoader classes = classes(application.resolve("app"), application.resolve("lib/main"))) {
            Class<?> sources = classes.loadClass("energy.sem.source.Sources");
            Object found = sources.getMethod("found").invoke(null);
            read = texts((List<?>) sources.getMethod("forms").invoke(found));
        }
        try (URLClassLoader classes = classes(CHECKOUT.resolve("cli/target"), CHECKOUT.resolve("cli/target/lib"))) {
            List<String> known = texts((List<?>) classes.loadClass("energy.sem.cli.meter.MeterSources")
                    .getMethod("forms")
                    .invoke(null));
            Method parse = classes.loadClass("energy.sem.cli.meter.MeterChoice").getMethod("parse", List.class);

            assertThat(read).hasSizeGreaterThanOrEqualTo(6);
            assertThat(known).startsWith(read.toArray(String[]::new)).hasSize(read.size() + 1);
            for (String form : known) {
                assertThat(parse.invoke(null, List.of("x=" + form.replace("port", "2001"))))
                        .as(form)
                        .isNotNull();
            }
        }
    }

    private static List<String> texts(List<?> forms) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Object form : forms) {
            texts.add((String) form.getClass().getMethod("text").invoke(form));
        }
        return texts;
    }

    private static URLClassLoader classes(Path... folders) throws Exception {
        return new URLClassLoader(jars(folders), ClassLoader.getPlatformClassLoader());
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
}
