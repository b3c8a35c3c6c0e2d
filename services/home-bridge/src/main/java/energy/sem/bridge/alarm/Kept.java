package energy.sem.bridge.alarm;

import java.io.IOException;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jboss.logging.Logger;

import energy.sem.bridge.alarm.machine.Desk;
import energy.sem.bridge.alarm.machine.Post;
import energy.sem.bridge.setup.BridgeFolder;

/** Where alarms stand, kept over restarts in {@code alarms.json} of the bridge's folder. For one thread. */
@Singleton
class Kept {
    private static final Logger LOG = Logger.getLogger(Kept.class);
    private static final String FILE = "alarms.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final BridgeFolder folder;
    private String written = "";

    /**
     * Everything.
     *
     * @param desk the alarms
     * @param posts what waits, by channel
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record All(Desk.Kept desk, Map<String, Post.Kept> posts) {}

    Kept(BridgeFolder folder) {
        this.folder = folder;
    }

    /** What was kept; nothing at the first start, or when the file is damaged, which is said. */
    All read() {
        All nothing = new All(new Desk.Kept(Map.of(), Map.of()), Map.of());
        return folder.read(FILE)
                .map(text -> {
                    try {
                        All all = JSON.readValue(text, All.class);
                        return all == null || all.desk() == null || all.posts() == null ? nothing : all;
                    } catch (IOException e) {
                        LOG.warnf("%s is damaged: alarms begin anew, and what is still so is told again", FILE);
                        return nothing;
                    }
                })
                .orElse(nothing);
    }

    /** Keeps it, when it has changed. */
    void write(All all) {
        try {
            String text = JSON.writeValueAsString(all);
            if (!text.equals(written)) {
                folder.write(FILE, text);
                written = text;
            }
        } catch (IOException e) {
            LOG.warnf("where alarms stand cannot be kept, so a restart may repeat them: %s", e);
        }
    }
}
