package energy.sem.bridge.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;
import energy.sem.bridge.alarm.channel.Outcome;
import energy.sem.bridge.alarm.machine.Desk;

/**
 * The active alarms, how the channels are, and a test of them. Where read keys are set it takes one; a reader of some meters sees
 * the alarms of these, and neither channels nor what is of the installation.
 */
@Path("/api/v1/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "alarms")
public class AlarmResource {
    private static final Duration TEST_EVERY = Duration.ofMinutes(1);

    private final Alarms alarms;
    private final ReadKeys keys;
    private final Callers callers;
    private final Clock clock;
    private Instant nextTest = Instant.MIN;

    @Inject
    AlarmResource(Alarms alarms, ReadKeys keys, Callers callers, Clock clock) {
        this.alarms = alarms;
        this.keys = keys;
        this.callers = callers;
        this.clock = clock;
    }

    /** What is active, and the channels. */
    @GET
    @Operation(operationId = "alarms", summary = "The alarms that are active now, and how the channels are")
    @APIResponse(responseCode = "200", description = "the active alarms, by meter and rule")
    public AlarmsAnswer alarms(@Context ContainerRequestContext request, @Context HttpServerRequest asked) {
        ReadableMeters readable = look(request, asked);
        return new AlarmsAnswer(
                ofMeters(alarms.active(), readable).stream()
                        .map(each -> new ActiveAlarm(
                                each.key().meter(),
                                each.key().rule(),
                                each.key().device().isEmpty()
                                        ? null
                                        : each.key().device(),
                                each.state().activeSince(),
                                each.state().values(),
                                alarms.text(each).title(),
                                alarms.text(each).message()))
                        .toList(),
                readable.all() ? channels() : null);
    }

    /** Those of meters that may be read; what is of the installation has no meter, and is told to who may read all. */
    static List<Desk.Active> ofMeters(List<Desk.Active> active, ReadableMeters readable) {
        return active.stream()
                .filter(each -> readable.opens(each.key().meter()))
                .toList();
    }

    private List<ChannelState> channels() {
        return alarms.mailboxes().stream()
                .map(each -> new ChannelState(
                        each.channel().word(),
                        each.channel().target(),
                        each.trouble().orElse(null)))
                .toList();
    }

    /** Sends a test through each channel and says what came of it. The body is empty JSON, {@code {}}: a form of another site cannot send that. */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "testAlarms", summary = "Sends a test through each channel, and says what came of it")
    @APIResponse(responseCode = "200", description = "what came of each, also when none arrived")
    @APIResponse(responseCode = "429", description = "a test was sent less than a minute ago")
    public List<TestedChannel> test(@Context ContainerRequestContext request, @Context HttpServerRequest asked)
            throws InterruptedException {
        if (!look(request, asked).all()) {
            throw Problem.forbidden("A test goes to who is told of all meters: a reader's key does not send one, one of"
                    + " sem.read-keys does.");
        }
        countTest(clock.instant());
        List<TestedChannel> tested = new ArrayList<>();
        for (Mailbox each : alarms.mailboxes()) {
            Outcome outcome = each.test();
            tested.add(new TestedChannel(
                    each.channel().word(),
                    each.channel().target(),
                    outcome.result().name().toLowerCase(Locale.ROOT),
                    outcome.words()));
        }
        return tested;
    }

    private synchronized void countTest(Instant now) {
        if (now.isBefore(nextTest)) {
            int seconds = (int) Duration.between(now, nextTest).toSeconds() + 1;
            throw Problem.tooManyRequests(
                    "A test was sent less than a minute ago: wait " + seconds + " seconds.", seconds);
        }
        nextTest = now.plus(TEST_EVERY);
    }

    private ReadableMeters look(ContainerRequestContext request, HttpServerRequest asked) {
        return keys.readable(
                Keys.given(request.getHeaderString("X-API-Key"), request.getHeaderString(HttpHeaders.AUTHORIZATION)),
                callers.addressOf(asked),
                "Alarms need a key here: send one of sem.read-keys as X-API-Key.",
                "That key does not open alarms: it is not one of sem.read-keys, and no reader's.");
    }

    /**
     * The alarms.
     *
     * @param active those that are active
     * @param channels by which they are told; empty where none is set, and then nothing is looked at; absent for a reader of some
     *     meters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AlarmsAnswer(List<ActiveAlarm> active, List<ChannelState> channels) {}

    /**
     * An active alarm.
     *
     * @param meter its name; empty for what is of the installation
     * @param rule its word
     * @param device a serial number or a phase; absent when it is about the meter as a whole
     * @param since when it became active
     * @param values what its message says
     * @param title of its message, in the language of alarms
     * @param message what is, and what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActiveAlarm(
            String meter,
            String rule,
            String device,
            Instant since,
            Map<String, String> values,
            String title,
            String message) {}

    /**
     * A channel.
     *
     * @param channel its word
     * @param target where to, without a secret
     * @param trouble why the newest message did not arrive; absent when it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelState(String channel, String target, String trouble) {}

    /**
     * What came of a test.
     *
     * @param channel its word
     * @param target where to, without a secret
     * @param result {@code sent}, {@code later} (it could not be reached) or {@code refused}
     * @param words what happened
     */
    public record TestedChannel(String channel, String target, String result, String words) {}
}
