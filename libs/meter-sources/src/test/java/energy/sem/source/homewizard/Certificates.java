package energy.sem.source.homewizard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A CA of its own and certificates that it signs, made with the JDK's keytool. */
public final class Certificates {
    private static final String PASSWORD = "of-a-test";

    private final Path folder;
    private int devices;

    /** @param folder for its files, empty */
    public Certificates(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        keytool("-genkeypair", "-keystore", store("ca"), "-alias", "k", "-dname", "CN=Appliance CA of a test");
        keytool("-exportcert", "-rfc", "-keystore", store("ca"), "-alias", "k", "-file", ca().toString());
    }

    /** The CA's certificate, PEM. */
    public Path ca() {
        return folder.resolve("ca.pem");
    }

    /** A server's end of TLS with a new key whose certificate has this common name. */
    public SSLContext device(String name) throws Exception {
        String file = "device-" + ++devices;
        Path request = folder.resolve(file + ".csr");
        Path signed = folder.resolve(file + ".pem");
        keytool("-genkeypair", "-keystore", store(file), "-alias", "k", "-dname", "CN=" + name);
        keytool("-certreq", "-keystore", store(file), "-alias", "k", "-file", request.toString());
        keytool(
                "-gencert",
                "-rfc",
                "-keystore",
                store("ca"),
                "-alias",
                "k",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString());
        keytool("-importcert", "-noprompt", "-keystore", store(file), "-alias", "ca", "-file", ca().toString());
        keytool("-importcert", "-noprompt", "-keystore", store(file), "-alias", "k", "-file", signed.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-J-XX:TieredStopAtLevel=1"));
        if (command.contains("-genkeypair")) {
            command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-keypass", PASSWORD, "-ext", "bc:c"));
        }
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(command + ": " + Files.readString(log));
        }
    }
}
