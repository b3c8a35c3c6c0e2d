package energy.sem.cli.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import picocli.CommandLine.IVersionProvider;

/** Which version this is: what the build wrote into the manifest of the jar. */
public final class Version implements IVersionProvider {
    /** Written by the build where it knows the commit ({@code -Dsem.commit}, which {@code ./sem} passes). */
    private static final String COMMIT = "Implementation-Commit";

    @Override
    public String[] getVersion() throws IOException {
        Attributes manifest = manifest();
        String version = manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        String commit = manifest.getValue(COMMIT);
        return new String[] {
            "SEM " + (version == null ? "not built into a jar" : version)
                    + (commit == null || commit.isBlank() ? "" : " (commit " + commit + ")"),
            "Java " + Runtime.version()
        };
    }

    private static Attributes manifest() throws IOException {
        URL own = Version.class.getProtectionDomain().getCodeSource().getLocation();
        URL manifest = new URL("jar:" + own + "!/" + JarFile.MANIFEST_NAME);
        if (!own.getPath().endsWith(".jar")) {
            return new Attributes();
        }
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
