package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What happened at a meter, other than that something flowed: the answer of {@code /events}.
 *
 * @param meter its name
 * @param zone of all times
 * @param from start of the range
 * @param to its end, not included
 * @param events in order of time; of a power failure any part lies in the range
 * @param states what holds at the end of the range, or now where that is to come, of devices that are still there
 */
public record EventsAnswer(
        String meter, String zone, OffsetDateTime from, OffsetDateTime to, List<Event> events, List<State> states) {

    public EventsAnswer {
        events = List.copyOf(events);
        states = List.copyOf(states);
    }

    /**
     * One event.
     *
     * @param at when it was so first; of a power failure when power came back
     * @param what {@code power-failure} (a long one, from the meter's log), {@code power-failures}, {@code long-power-failures},
     *     {@code sags}, {@code swells} (the meter's counts since it was installed), {@code breaker}, {@code relay},
     *     {@code valve}, {@code limiter}, {@code fuse}, {@code grid}, {@code text}, {@code message-code}; {@code checksum},
     *     {@code checksum-failures}, {@code clock}; {@code device-appeared}, {@code device-replaced},
     *     {@code device-kind-changed}, {@code device-moved}; or a word of a later version
     * @param initial true for what was so when the meter spoke of it first, and so is no change
     * @param kind of the device: {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
     * @param serial of the device
     * @param phase of sags and swells: 1, 2 or 3
     * @param relay its number
     * @param channel of a device: the M-Bus channel; absent for the meter with the P1 port
     * @param from when what has lasted began; absent where the meter's clock was not set then
     * @param seconds how long it lasted
     * @param value how many, or how much
     * @param unit of the value: {@code kW}, {@code kVA}, {@code A} or {@code s}; absent for a number of times
     * @param previousValue what it was before
     * @param state {@code connected}, {@code disconnected} or {@code ready-for-reconnection}; of a limit {@code off}; of the
     *     grid {@code 400} or {@code 230}; of the checksum {@code valid}, {@code repaired}, {@code absent} or {@code other}; of the
     *     clock {@code off}, {@code never-set} or {@code computer-off}, absent once it is right
     * @param previousState what it was before
     * @param text for the customer; absent when the text is gone
     * @param previousText what it was before
     * @param previousKind of the device that was there before
     * @param previousSerial its number
     */
    @SuppressWarnings("InvalidParam") // valve is a word of an answer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            OffsetDateTime at,
            String what,
            Boolean initial,
            String kind,
            String serial,
            Integer phase,
            Integer relay,
            Integer channel,
            OffsetDateTime from,
            Long seconds,
            BigDecimal value,
            String unit,
            BigDecimal previousValue,
            String state,
            String previousState,
            String text,
            String previousText,
            String previousKind,
            String previousSerial) {}

    /**
     * What holds.
     *
     * @param what as of an event
     * @param since when it was so first
     * @param kind of the device
     * @param serial of the device
     * @param phase of sags and swells: 1, 2 or 3
     * @param relay its number
     * @param value how many, or how much
     * @param unit of the value
     * @param state as of an event
     * @param text for the customer; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            String what,
            OffsetDateTime since,
            String kind,
            String serial,
            Integer phase,
            Integer relay,
            BigDecimal value,
            String unit,
            String state,
            String text) {}
}
