package energy.sem.bridge.value;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;

/** What the running day, month or year has come to, with its cost: {@code sem/<meter>/cost/today}, {@code …/month}, {@code …/year}. */
public enum PeriodTopic {
    TODAY("today", "day", "today", Duration.ofMinutes(1)),
    MONTH("month", "month", "this month", Duration.ofMinutes(1)),
    YEAR("year", "year", "this year", Duration.ofMinutes(15));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String topic;
    private final String period;
    private final String name;
    private final Duration every;
    private final String words;

    PeriodTopic(String name, String period, String words, Duration every) {
        this.name = name;
        this.topic = "cost/" + name;
        this.period = period;
        this.every = every;
        this.words = words;
    }

    private Entity amount(String stem, String label, String field, Quantity quantity) {
        return Entity.sinceReset(stem + "_" + name, label, topic, field, quantity);
    }

    /** Below the meter's. */
    public String topic() {
        return topic;
    }

    /** History's name of the period. */
    public String period() {
        return period;
    }

    /** How often it is worth asking for. */
    public Duration every() {
        return every;
    }

    /** What Home Assistant is shown of it, as far as the JSON has it. */
    List<Entity> entities() {
        return List.of(
                amount("import", "Energy from the grid " + words, "importKwh", Quantity.ENERGY),
                amount("export", "Energy to the grid " + words, "exportKwh", Quantity.ENERGY),
                amount("gas", "Gas " + words, "gasM3", Quantity.GAS),
                amount("water", "Water " + words, "waterM3", Quantity.WATER),
                amount("cost", "Cost " + words, "cost", Quantity.MONEY));
    }

    /**
     * The JSON: all that history's total has, flat; {@code cost} in {@code currency} is there where all that flowed has a
     * price.
     */
    static Map<String, Object> json(PeriodAnswerJson answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", text(answer.getFrom()));
        json.put("to", text(answer.getTo()));
        json.put("dataUntil", text(answer.getDataUntil()));
        if (answer.getTotal() != null) {
            JsonNode total = JSON.valueToTree(answer.getTotal());
            total.properties().forEach(each -> {
                if (each.getValue().isNumber()) {
                    json.put(each.getKey(), each.getValue().decimalValue());
                } else if (each.getValue().isTextual()) {
                    json.put(each.getKey(), each.getValue().asText());
                }
            });
            if (answer.getTotal().getCosts() != null
                    && answer.getTotal().getCosts().getTotal() != null) {
                json.put("cost", answer.getTotal().getCosts().getTotal());
                json.put("currency", String.valueOf(answer.getTotal().getCosts().getCurrency()));
            }
        }
        json.values().removeIf(Objects::isNull);
        return json;
    }

    private static String text(OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
