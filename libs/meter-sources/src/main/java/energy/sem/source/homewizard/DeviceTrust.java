package energy.sem.source.homewizard;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whether who answers is the device. Its certificate names no host: what counts is that HomeWizard's CA signed it, or that its
 * key is the one of the pairing, and that its common name is the device's id. Thread-safe.
 */
final class DeviceTrust extends X509ExtendedTrustManager {
    private static final String PAIR = "; if you replaced the device, pair again";

    /** It becomes a word of the token's setting, which people paste between quotes into a shell. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/._-]{1,64}");

    private final Optional<X509TrustManager> ca;
    private final Optional<String> id;
    private volatile String key;
    private volatile String seenId;

    private DeviceTrust(Optional<X509TrustManager> ca, Optional<String> key, Optional<String> id) {
        this.ca = ca;
        this.key = key.orElse(null);
        this.id = id;
    }

    /**
     * Trusts what this CA signed.
     *
     * @param file its certificate, PEM or DER
     * @param id the device's; without it any device of the CA is trusted, and which one it was is told
     * @throws IOException whose message says what is wrong with the file
     */
    static DeviceTrust ca(Path file, Optional<String> id) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            X509TrustManager manager = (X509TrustManager) factory.getTrustManagers()[0];
            return new DeviceTrust(Optional.of(manager), Optional.empty(), id);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException("the certificate of the CA in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Trusts one key, {@code sha256/} and the Base64 of the hash of the public key (SubjectPublicKeyInfo). */
    static DeviceTrust key(String key, Optional<String> id) {
        return new DeviceTrust(Optional.empty(), Optional.of(key), id);
    }

    /** Trusts whom it sees first, and nobody else after that. */
    static DeviceTrust first() {
        return new DeviceTrust(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The common name of who was trusted last, such as {@code appliance/p1dongle/5c2faf000001}. */
    Optional<String> seenId() {
        return Optional.ofNullable(seenId);
    }

    /** The key that is trusted; empty with a CA, and before the first was seen. */
    Optional<String> trustedKey() {
        return Optional.ofNullable(key);
    }

    private synchronized void check(X509Certificate[] chain, String authType) throws CertificateException {
        String name = commonName(chain[0]);
        if (ca.isPresent()) {
            checkCa(chain, authType);
        } else {
            String shown = hash(chain[0]);
            if (key != null && !key.equals(shown)) {
                throw new CertificateException(
                        "who answers has another key than the device had when it was paired" + PAIR);
            }
            key = shown;
        }
        if (id.isPresent() && !id.get().equals(name)) {
            throw new CertificateException("who answers is " + name + " and not " + id.get() + PAIR);
        }
        seenId = name;
    }

    private void checkCa(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            ca.orElseThrow().checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new CertificateException("the certificate of who answers is not signed by the CA that was given", e);
        }
    }

    private static String commonName(X509Certificate leaf) throws CertificateException {
        try {
            return new LdapName(leaf.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .filter(name -> NAME.matcher(name).matches())
                            .findFirst()
                            .orElseThrow(() -> new CertificateException("the certificate names nobody"));
        } catch (InvalidNameException e) {
            throw new CertificateException("the certificate names nobody", e);
        }
    }

    private static String hash(X509Certificate leaf) throws CertificateException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(leaf.getPublicKey().getEncoded());
            return "sha256/" + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody connects here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("nobody connects here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("nobody connects here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
