package energy.sem.bridge.alarm.rule;

import java.util.List;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** One thing that is worth an alarm: looks at a moment and says whether it is so. Without state, thread-safe. */
public interface AlarmRule {

    /** Its name in settings, texts and messages, such as {@code no-data}. */
    String word();

    /** How urgent it is. */
    Level level();

    /** How long it has to last, and to be over. */
    Timing timing();

    /** What it sees; nothing when it knows too little to say anything. */
    List<Sighting> look(Moment moment);

    /** Whether it is about the installation, not about one meter. */
    default boolean isOfInstallation() {
        return false;
    }

    /** How often it is told a day, of each meter. */
    default int mostADay() {
        return Integer.MAX_VALUE;
    }

    /** Whether it is so for a while; else it happens, and is told once. */
    default boolean lasts() {
        return true;
    }

    /** Whether it is for programs only, such as automations: no person is told. */
    default boolean isForPrograms() {
        return false;
    }

    /** Whether it says something while a meter says nothing. */
    default boolean speaksInSilence() {
        return false;
    }
}
