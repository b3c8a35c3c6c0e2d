package energy.sem.files.reading;

import energy.sem.files.Trust;
import energy.sem.p1.RegisterValues;

/** A reading of some registers at one instant. */
record Reading(long line, long atMilli, RegisterValues values, Trust trust) {}
