package energy.sem.bridge.alarm.channel;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.text.Words.Text;

/** An alarm as JSON: the body of the webhook and of the MQTT topic {@code event}. */
public final class EventBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventBody() {}

    /** The event; {@code event_type} says the rule and what happened, since Home Assistant's automations look at nothing else. */
    public static byte[] of(Notice notice, Text text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event_type", eventType(notice.key().rule(), notice.kind()));
        body.put("id", notice.id());
        body.put("meter", notice.key().meter());
        body.put("rule", notice.key().rule());
        if (!notice.key().device().isEmpty()) {
            body.put("device", notice.key().device());
        }
        body.put("state", notice.kind().word());
        body.put("level", notice.level().word());
        body.put("at", notice.at().toString());
        body.put("title", text.title());
        body.put("message", text.message());
        body.put("values", notice.values());
        return bytes(body);
    }

    /** A rule's word with underscores when it begins; with {@code _still} or {@code _cleared} later. */
    public static String eventType(String rule, Notice.Kind kind) {
        String word = rule.replace('-', '_');
        return kind == Notice.Kind.STILL || kind == Notice.Kind.CLEARED ? word + "_" + kind.word() : word;
    }

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts become JSON", e);
        }
    }
}
