package energy.sem.bridge.alarm.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;

/** Gotify, on a server of the user's. */
@Singleton
class Gotify implements ChannelKind {
    private static final String WORD = "gotify";

    @Override
    public Optional<Channel> of(Limits settings) {
        ChannelSettings own = new ChannelSettings(settings, WORD);
        return own.text("url")
                .map(url -> new Server(own.address("url", url), own.neededSecret("token"), new HttpSender()));
    }

    record Server(URI url, String token, HttpSender sender) implements Channel {
        @Override
        public String word() {
            return WORD;
        }

        @Override
        public String target() {
            return url.getScheme() + "://" + url.getAuthority();
        }

        @Override
        public Outcome send(Notice notice, Text text) throws InterruptedException {
            int priority = notice.kind() == Notice.Kind.CLEARED ? 2 : notice.level() == Level.HIGH ? 8 : 5;
            String folder = url.toString().replaceAll("/+$", "");
            byte[] body =
                    EventBody.bytes(Map.of("title", text.title(), "message", text.message(), "priority", priority));
            return sender.send(sender.to(URI.create(folder + "/message"))
                    .header("X-Gotify-Key", token)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
        }

        @Override
        public String toString() {
            return "gotify " + target();
        }
    }
}
