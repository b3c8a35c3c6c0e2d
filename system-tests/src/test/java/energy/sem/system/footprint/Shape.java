package energy.sem.system.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How SEM is shipped. */
enum Shape {
    /** Pod and cluster: a flat class path, java.flags, the ahead-of-time cache. Needs Java 25. */
    IMAGES("infra/k8s/overlays/single-node/settings.env"),
    /** The Debian package: the same without a cache, by the machine's own Java. */
    PACKAGE("release/deb/sem.conf"),
    /** {@code ./sem up}: the launcher's flags, and the launcher itself. */
    UP(null);

    private final String settings;

    Shape(String settings) {
        this.settings = settings;
    }

    boolean hasCache() {
        return this == IMAGES;
    }

    /** How often is published and stored, as it is shipped; empty where the services' own defaults hold. */
    Map<String, String> pace(Path checkout) throws IOException {
        Map<String, String> pace = new TreeMap<>();
        if (settings != null) {
            for (String line : Files.readAllLines(checkout.resolve(settings))) {
                if (line.matches("SEM_(PUBLISH_EVERY|INGEST_LINGER)=.+")) {
                    pace.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
                }
            }
            if (pace.size() != 2) {
                throw new IOException(settings + " no longer says how often is published and stored, only " + pace);
            }
        }
        return pace;
    }
}
