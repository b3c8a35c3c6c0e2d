package energy.sem.bridge.alarm.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Posts the event as JSON to an address of the user's. {@code X-SEM-Signature} is {@code sha256=} and the HMAC-SHA256 of the
 * body in hex, by the secret; {@code X-SEM-Id} is the same for each try.
 */
@Singleton
class Webhook implements ChannelKind {
    private static final String WORD = "webhook";

    @Override
    public Optional<Channel> of(Limits settings) {
        ChannelSettings own = new ChannelSettings(settings, WORD);
        return own.text("url")
                .map(url ->
                        new Hook(own.address("url", url), own.secret("secret").orElse(null), new HttpSender()));
    }

    /** The hex of the HMAC-SHA256. */
    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    record Hook(URI url, String secret, HttpSender sender) implements Channel {
        @Override
        public String word() {
            return WORD;
        }

        // A path is often a token.
        @Override
        public String target() {
            return url.getScheme() + "://" + url.getAuthority() + "/…";
        }

        @Override
        public Outcome send(Notice notice, Text text) throws InterruptedException {
            byte[] body = EventBody.of(notice, text);
            HttpRequest.Builder request = sender.to(url).header("X-SEM-Id", notice.id());
            if (secret != null) {
                request.header("X-SEM-Signature", "sha256=" + signature(secret, body));
            }
            return sender.send(
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
        }

        @Override
        public String toString() {
            return "webhook " + target();
        }
    }
}
