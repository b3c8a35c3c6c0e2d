/**
 * Whose clock is believed: the meter's or this computer's. Each meter's telegrams get their times here, once, in the order
 * of their arrival.
 */
package energy.sem.gateway.clock;
