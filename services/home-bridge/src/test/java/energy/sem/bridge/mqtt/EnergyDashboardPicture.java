package energy.sem.bridge.mqtt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.bridge.homeassistant.Announcement;

/**
 * Draws what Home Assistant makes of discovery's messages, and which value goes where in its Energy dashboard: all words at the
 * left are the messages' own. Brings its own ground, so it is read on dark pages too.
 */
final class EnergyDashboardPicture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROW = 48;
    private static final String GREY = "font-size=\"13\" fill=\"#475569\"";

    /** The dashboard's fields by the key of the value. */
    private static final Map<String, String> FIELDS = fields();

    private final StringBuilder boxes = new StringBuilder();
    private final StringBuilder rows = new StringBuilder();
    private int top = 76;
    private int meterBottom;

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("import", "Electricity grid: grid consumption");
        fields.put("export", "Electricity grid: return to grid");
        fields.put("power", "Electricity grid: power");
        fields.put("cost_today", "Costs: an entity tracking the total costs");
        fields.put("gas", "Gas consumption");
        fields.put("water", "Water consumption");
        return fields;
    }

    /** Of the messages of a meter and of what is behind it, the meter's first. */
    static String of(List<Announcement> devices) throws JsonProcessingException {
        EnergyDashboardPicture picture = new EnergyDashboardPicture();
        for (Announcement each : devices) {
            picture.device(JSON.readTree(each.payload()));
        }
        return picture.svg();
    }

    private void device(JsonNode message) {
        JsonNode device = message.get("device");
        boolean behind = device.has("via_device");
        int left = behind ? 44 : 16;
        int first = top;
        text(
                left + 16,
                top + 28,
                "font-size=\"17\" font-weight=\"600\"",
                device.get("name").asText());
        text(left + 16, top + 50, GREY, "serial " + device.get("serial_number").asText());
        int row = 0;
        for (Map.Entry<String, String> each : FIELDS.entrySet()) {
            JsonNode value = message.get("components").get(each.getKey());
            if (value != null) {
                row(top + 8 + ROW * row++, value, each.getValue());
            }
        }
        top += Math.max(row * ROW, 56) + 16;
        boxes.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\" fill=\"#fff\" stroke=\"#0f172a\" stroke-width=\"1.5\"/>\n"
                        .formatted(left, first, 530 - left, top - first));
        if (behind) {
            int y = (first + top) / 2;
            boxes.append("<path d=\"M30 %dV%dH44\" fill=\"none\" stroke=\"#0f172a\" stroke-width=\"1.5\"/>\n"
                    .formatted(meterBottom, y));
        } else {
            meterBottom = top;
        }
        top += 18;
    }

    private void row(int y, JsonNode value, String field) {
        text(
                250,
                y + 18,
                "font-size=\"15\" font-weight=\"600\"",
                value.get("name").asText() + ", "
                        + value.get("unit_of_measurement").asText());
        text(250, y + 36, GREY, value.get("default_entity_id").asText());
        rows.append("<path d=\"M530 %dh40\" stroke=\"#0369a1\" stroke-width=\"2\" marker-end=\"url(#a)\"/>\n"
                .formatted(y + 22));
        rows.append(
                "<rect x=\"574\" y=\"%d\" width=\"320\" height=\"36\" rx=\"8\" fill=\"#e0f2fe\" stroke=\"#0369a1\"/>\n"
                        .formatted(y + 4));
        text(588, y + 27, "font-size=\"15\"", field);
    }

    private void text(int x, int y, String style, String words) {
        rows.append("<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, style, words));
    }

    private String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 910 %1$d" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" fill="#0f172a" role="img" aria-labelledby="t d">
                <title id="t">SEM's devices in Home Assistant, and where their values go</title>
                <desc id="d">The electricity meter is a device, gas and water are devices behind it; each value has an arrow to its field of the Energy dashboard, as the table below says it.</desc>
                <defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#0369a1"/></marker></defs>
                <rect width="910" height="%1$d" rx="14" fill="#f8fafc"/>
                <text x="16" y="34" font-size="18" font-weight="600">SEM's devices</text>
                <text x="16" y="56" font-size="13" fill="#475569">Settings, Devices &amp; services, MQTT</text>
                <text x="574" y="34" font-size="18" font-weight="600">Settings, Dashboards, Energy</text>
                <text x="574" y="56" font-size="13" fill="#475569">field</text>
                %2$s%3$s</svg>
                """
                .formatted(top, boxes, rows);
    }
}
