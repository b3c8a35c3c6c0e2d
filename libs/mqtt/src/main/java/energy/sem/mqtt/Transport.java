package energy.sem.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.TrustManagerFactory;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;

/** What both versions have in common below the protocol: address, TLS, times and threads. */
final class Transport {
    /** A broker that comes back shall be found within seconds, so no try may hang much longer. */
    private static final int PATIENCE_MILLIS = 4000;

    /** So that a broker that is gone without a word is noticed, and a broker notices that we are, in half a minute at most. */
    static final int KEEP_ALIVE_SECONDS = 10;

    /** Whoever may publish decides what comes: a telegram has some kilobytes, what is larger is no message for us. */
    static final int LARGEST_PACKET_BYTES = 64 * 1024;

    /** How many messages of a broker that speaks MQTT 5 may be under way to us. */
    static final int MOST_UNDER_WAY = 100;

    private Transport() {}

    /** One thread is enough for one connection. */
    static MqttClientExecutorConfig threads() {
        return MqttClientExecutorConfig.builder().nettyThreads(1).build();
    }

    /** @throws CaFileException when the file of certificates cannot be read */
    static MqttClientTransportConfig of(BrokerSettings settings) {
        var builder = MqttClientTransportConfig.builder()
                .serverHost(settings.address().host())
                .serverPort(settings.address().port())
                .socketConnectTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return settings.address().tls()
                ? builder.sslConfig(ssl(settings.caFile())).build()
                : builder.build();
    }

    /** The client compares the host's name with the certificate unless it is given something else to do. */
    private static MqttClientSslConfig ssl(Optional<Path> caFile) {
        return MqttClientSslConfig.builder()
                .handshakeTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .trustManagerFactory(caFile.map(Transport::trusting).orElse(null))
                .build();
    }

    private static TrustManagerFactory trusting(Path caFile) {
        try (InputStream in = Files.newInputStream(caFile)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new CaFileException("the file " + caFile + " has no certificate: it has to be PEM");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each : certificates) {
                store.setCertificateEntry("ca" + number++, each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (IOException | GeneralSecurityException e) {
            throw new CaFileException("the certificates of the file " + caFile
                    + " cannot be read, as PEM they should be: " + e.getMessage());
        }
    }

    /** The file of certificates is no use. */
    static final class CaFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private CaFileException(String message) {
            super(message);
        }
    }
}
