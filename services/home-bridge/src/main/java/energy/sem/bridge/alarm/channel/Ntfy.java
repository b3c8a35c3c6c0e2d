package energy.sem.bridge.alarm.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;

/** ntfy, of the user's own or ntfy.sh, as JSON because its headers carry ASCII only. The topic is a password. */
@Singleton
class Ntfy implements ChannelKind {
    private static final String WORD = "ntfy";

    @Override
    public Optional<Channel> of(Limits settings) {
        ChannelSettings own = new ChannelSettings(settings, WORD);
        if (own.text("url").isEmpty() && own.text("topic").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Server(
                own.address("url", "https://ntfy.sh"),
                own.neededSecret("topic"),
                own.secret("token").orElse(null),
                new HttpSender()));
    }

    record Server(URI url, String topic, String token, HttpSender sender) implements Channel {
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
            boolean over = notice.kind() == Notice.Kind.CLEARED;
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("topic", topic);
            body.put("title", text.title());
            body.put("message", text.message());
            body.put("priority", over ? 2 : notice.level() == Level.HIGH ? 4 : 3);
            body.put("tags", List.of(over ? "white_check_mark" : "warning"));
            HttpRequest.Builder request = sender.to(url.resolve("/"));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return sender.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(EventBody.bytes(body)))
                    .build());
        }

        @Override
        public String toString() {
            return "ntfy " + target();
        }
    }
}
