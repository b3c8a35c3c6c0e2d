package energy.sem.bridge.alarm.rule;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;

/** What doctor finds in the tables: values kept aside, days in another zone. */
@Singleton
class Storing extends TroubleRule {
    Storing() {
        super("storing", Level.LOW, "kept-aside", "other-zone");
    }
}
