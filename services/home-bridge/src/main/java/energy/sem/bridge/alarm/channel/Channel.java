package energy.sem.bridge.alarm.channel;

import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.text.Words.Text;

/** One way to tell. Each message is tried once and within some seconds; who calls tries again. Thread-safe. */
public interface Channel {

    /** Its name in settings and answers, such as {@code ntfy}. */
    String word();

    /** Where to, for people: no secret is in it. */
    String target();

    /** Tries to send. */
    Outcome send(Notice notice, Text text) throws InterruptedException;

    /** Whether it takes each notice at once, at any hour and without limit: a program's, not a person's. */
    default boolean isForPrograms() {
        return false;
    }
}
