package energy.sem.files;

import java.time.Instant;

/**
 * What a meter or a device behind it said beside its counts.
 *
 * @param line in the unpacked file, from 1
 * @param serial of the device that it is about
 * @param kind a word such as power-failure or text
 * @param number the phase or the relay; 0 is neither
 * @param at when, of an entry of a log its end
 * @param value how many, or how much in the unit of the kind, or null
 * @param text or null
 * @param seconds how long it lasted; null where it is a state or a count
 */
public record EventOf(
        long line, String serial, String kind, int number, Instant at, Long value, String text, Long seconds) {}
