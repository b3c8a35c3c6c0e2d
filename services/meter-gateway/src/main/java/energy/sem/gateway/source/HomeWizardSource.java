package energy.sem.gateway.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code homewizard://host}: a HomeWizard P1 meter, asked once a second for its last telegram
 * ({@code GET /api/v1/telegram} of its local API v1, which gives the telegram unmodified).
 *
 * @param host name or address, with a port if it is not 80
 */
record HomeWizardSource(String host) implements Source {
    private static final Pattern URL =
            Pattern.compile("homewizard://((?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?)/?");
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    static HomeWizardSource parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + url + "\" is not of the form homewizard://host");
        }
        return new HomeWizardSource(matcher.group(1));
    }

    @Override
    public Line open() {
        return new Polling(URI.create("http://" + host + "/api/v1/telegram"));
    }

    @Override
    public int silenceSeconds() {
        return 60;
    }

    private final class Polling implements Line {
        private final URI uri;
        private byte[] last = new byte[0];
        private long dueNanos = System.nanoTime();
        private volatile boolean closed;

        Polling(URI uri) {
            this.uri = uri;
        }

        @Override
        public int read(byte[] into) throws IOException, InterruptedException {
            long wait = dueNanos - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            if (closed) {
                return -1;
            }
            dueNanos = System.nanoTime() + EVERY_NANOS;
            byte[] telegram = ask(into.length - 2);
            // Meters that send every ten seconds are asked more often than they speak.
            if (Arrays.equals(telegram, last)) {
                return 0;
            }
            last = telegram;
            System.arraycopy(telegram, 0, into, 0, telegram.length);
            into[telegram.length] = '\r';
            into[telegram.length + 1] = '\n';
            return telegram.length + 2;
        }

        private byte[] ask(int atMost) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status;
            try {
                status = connection.getResponseCode();
            } catch (SocketTimeoutException e) {
                throw new IOException(host + " does not answer: is it on, and is this its address?", e);
            } catch (IOException e) {
                throw new IOException(host + ": " + e.getMessage(), e);
            }
            if (status == 403) {
                throw new IOException(host + " refuses: switch on its local API in the HomeWizard app");
            }
            if (status != 200) {
                throw new IOException(host + " answers with status " + status + ": is it a HomeWizard P1 meter?");
            }
            try (InputStream in = connection.getInputStream()) {
                return in.readNBytes(atMost);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
