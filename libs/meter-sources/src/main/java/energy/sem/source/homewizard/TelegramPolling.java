package energy.sem.source.homewizard;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import energy.sem.source.LeaveAloneException;
import energy.sem.source.Line;

/** Asks a device for its last telegram once a second, and gives each new one once. */
final class TelegramPolling implements Line {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A token that was taken back comes back by somebody's hand; meanwhile the device is left alone. */
    static final Duration UNPAIRED_PAUSE = Duration.ofMinutes(10);

    /** Of the local API. */
    enum Version {
        V1("/api/v1/telegram"),
        V2("/api/telegram");

        private final String path;

        Version(String path) {
            this.path = path;
        }
    }

    private final Version version;
    private final String host;
    private final DeviceHttp http;
    private final Map<String, String> headers;
    private byte[] last = new byte[0];
    private long dueNanos = System.nanoTime();
    private volatile boolean closed;

    /** @param token of v2 */
    TelegramPolling(Version version, String host, DeviceHttp http, String token) {
        this.version = version;
        this.host = host;
        this.http = http;
        this.headers =
                version == Version.V1 ? Map.of() : Map.of("Authorization", "Bearer " + token, "X-Api-Version", "2");
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
        DeviceHttp.Answer answer = http.get(version.path, headers, atMost);
        if (answer.status() == 200) {
            return answer.body();
        }
        if (answer.status() == 401 && version == Version.V2) {
            throw new LeaveAloneException(
                    host + " has taken its token back: pair again with ./sem pair homewizard " + host, UNPAIRED_PAUSE);
        }
        if (answer.status() == 403 && version == Version.V1) {
            throw new IOException(host + " refuses: switch on its local API in the HomeWizard app, or pair with "
                    + "./sem pair homewizard " + host);
        }
        throw new IOException(host + " answers with status " + answer.status() + ": is it a HomeWizard P1 meter?");
    }

    @Override
    public void close() {
        closed = true;
    }
}
