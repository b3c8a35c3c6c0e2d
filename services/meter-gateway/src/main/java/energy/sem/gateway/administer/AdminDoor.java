package energy.sem.gateway.administer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import energy.sem.base.AdminKey;
import energy.sem.base.Problem;

/** What the administrator's doors have in common: who comes in, and how what is asked is read. */
@Singleton
class AdminDoor {
    static final String KAFKA_AWAY = "Kafka does not answer: the detail says whether it may have been done";
    static final String BOTH =
            "how long the keys before it open yet, such as P1D, which it is by itself; PT0S: no longer";
    static final int CREATED = 201;

    private static final Logger LOG = Logger.getLogger(AdminDoor.class);
    private static final Duration BOTH_FOR = Duration.ofDays(1);
    private static final Duration LONGEST_BOTH = Duration.ofDays(90);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final AdminKey administrator;

    AdminDoor(AdminKey administrator) {
        this.administrator = administrator;
    }

    /** Returns from where the administrator asks; whoever else does is refused. */
    String require(HttpServerRequest request) {
        return administrator.require(
                request,
                "Nothing is administered here before sem.admin-key is set, for the meter-gateway.",
                "Administering needs a key: send sem.admin-key as X-API-Key or as Authorization: Bearer.");
    }

    /** The body; refused with these words where it is longer. */
    static byte[] read(InputStream body, int atMost, String tooLarge) {
        try {
            byte[] read = body.readNBytes(atMost + 1);
            if (read.length > atMost) {
                throw Problem.tooLarge(tooLarge);
            }
            return read;
        } catch (IOException e) {
            throw Problem.badRequest("The body ended too soon: send it again.");
        }
    }

    /** The body's JSON object; empty where it is none. Refused with these words where it is longer. */
    static Optional<JsonNode> object(InputStream body, int atMost, String tooLarge) {
        byte[] bytes = read(body, atMost, tooLarge);
        try {
            return Optional.of(JSON.readTree(bytes)).filter(JsonNode::isObject);
        } catch (IOException e) {
            LOG.debug("not JSON", e);
            return Optional.empty();
        }
    }

    /** The parameter {@code version}. */
    static Optional<Long> version(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Problem.badRequest("version: a whole number from 1 on, as the entry has it.");
        }
        return Optional.of(Long.valueOf(text));
    }

    /** The parameter {@code both}. */
    static Duration bothFor(String text) {
        try {
            Duration both = text == null ? BOTH_FOR : Duration.parse(text);
            if (!both.isNegative() && both.compareTo(LONGEST_BOTH) <= 0) {
                return both;
            }
        } catch (DateTimeParseException e) {
            LOG.debug("not a duration", e);
        }
        throw Problem.badRequest("both: a duration from PT0S to P90D, such as P1D.");
    }
}
