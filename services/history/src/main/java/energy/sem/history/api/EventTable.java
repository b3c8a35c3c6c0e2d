package energy.sem.history.api;

import java.util.Arrays;
import java.util.List;

import energy.sem.history.answer.EventsAnswer;

/** The columns of a table of events. */
final class EventTable {
    static final List<String> HEADER = List.of(
            "at",
            "what",
            "initial",
            "kind",
            "serial",
            "phase",
            "relay",
            "channel",
            "from",
            "seconds",
            "value",
            "unit",
            "previous_value",
            "state",
            "previous_state",
            "text",
            "previous_text",
            "previous_kind",
            "previous_serial");

    private EventTable() {}

    static List<Object> row(EventsAnswer.Event event) {
        return Arrays.asList(
                event.at(),
                event.what(),
                event.initial(),
                event.kind(),
                event.serial(),
                event.phase(),
                event.relay(),
                event.channel(),
                event.from(),
                event.seconds(),
                event.value(),
                event.unit(),
                event.previousValue(),
                event.state(),
                event.previousState(),
                event.text(),
                event.previousText(),
                event.previousKind(),
                event.previousSerial());
    }
}
