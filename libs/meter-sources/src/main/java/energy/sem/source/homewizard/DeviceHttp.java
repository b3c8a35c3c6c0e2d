package energy.sem.source.homewizard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Requests to one device. Follows no redirect; gives up when an answer is larger than asked for or does not come in time.
 * Connections are kept, since each handshake costs a small device much. Not thread-safe.
 */
final class DeviceHttp {
    /** How long an answer may take; connecting may take half of it. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int ERROR_BYTES = 4 * 1024;

    private final URI device;
    private final Optional<SSLSocketFactory> tls;
    private final Duration patience;

    /**
     * What came.
     *
     * @param status of HTTP
     * @param body whole
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body) {
        /** The body as text. */
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Requests by HTTP without TLS. */
    DeviceHttp(URI device) {
        this.device = device;
        this.tls = Optional.empty();
        this.patience = PATIENCE;
    }

    /** Requests by TLS, with whom the trust manager trusts. */
    DeviceHttp(URI device, DeviceTrust trust, Duration patience) {
        this.device = device;
        this.patience = patience;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            this.tls = Optional.of(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * {@code GET} of a path.
     *
     * @param atMost how large the body of a good answer may be, in bytes
     * @throws IOException whose message says for people what is wrong
     */
    Answer get(String path, Map<String, String> headers, int atMost) throws IOException {
        return ask("GET", path, headers, null, atMost);
    }

    /** {@code POST} of JSON to a path; the rest as of {@link #get}. */
    Answer post(String path, Map<String, String> headers, String json, int atMost) throws IOException {
        return ask("POST", path, headers, json, atMost);
    }

    private Answer ask(String method, String path, Map<String, String> headers, String json, int atMost)
            throws IOException {
        try {
            HttpURLConnection connection = connection(method, path, headers);
            if (json != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            boolean good = status < HttpURLConnection.HTTP_BAD_REQUEST;
            try (InputStream in = good ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, in == null ? new byte[0] : whole(in, good ? atMost : ERROR_BYTES));
            }
        } catch (IOException e) {
            throw inWords(e);
        }
    }

    private HttpURLConnection connection(String method, String path, Map<String, String> headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) device.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) patience.toMillis() / 2);
        connection.setReadTimeout((int) patience.toMillis() / 2);
        connection.setInstanceFollowRedirects(false);
        headers.forEach(connection::setRequestProperty);
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls.orElseThrow());
            // A device's certificate names no host; DeviceTrust looks at whose it is.
            secure.setHostnameVerifier((name, session) -> true);
        }
        return connection;
    }

    // Each read has a time limit; one that gives a byte now and then would never end by it.
    private byte[] whole(InputStream in, int atMost) throws IOException {
        long begin = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[2048];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            body.write(buffer, 0, count);
            if (body.size() > atMost) {
                throw new IOException("it sends more than a telegram: is it a HomeWizard P1 meter?");
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new SocketTimeoutException("too slow");
            }
        }
        return body.toByteArray();
    }

    private IOException inWords(IOException e) {
        String host = device.getAuthority();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new IOException(host + ": " + cause.getMessage(), e);
            }
        }
        if (e instanceof SocketTimeoutException) {
            return new IOException(host + " does not answer in time: is it on, and is this its address?", e);
        }
        if (e instanceof UnknownHostException) {
            return new IOException(
                    "the name " + device.getHost() + " is not known: check the spelling and the network", e);
        }
        if (e instanceof ConnectException && tls.isPresent()) {
            return new IOException(
                    host
                            + " refuses a connection by TLS: API v2 needs a newer firmware, update it in the HomeWizard app",
                    e);
        }
        if (e instanceof SSLException) {
            return new IOException(host + " does not speak TLS as a HomeWizard does: " + e.getMessage(), e);
        }
        return new IOException(host + ": " + e.getMessage(), e);
    }
}
