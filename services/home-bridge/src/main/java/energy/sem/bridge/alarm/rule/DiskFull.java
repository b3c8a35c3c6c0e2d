package energy.sem.bridge.alarm.rule;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;

/** There is no room for tomorrow's readings. */
@Singleton
class DiskFull extends TroubleRule {
    DiskFull() {
        super("disk-full", Level.HIGH, "no-room");
    }
}
