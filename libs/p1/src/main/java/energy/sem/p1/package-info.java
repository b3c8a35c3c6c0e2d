/**
 * The language of the P1 port of European household meters: finding telegrams in a stream of bytes, checking them,
 * decoding them into exact values, judging whether those can be true, and writing telegrams.
 *
 * <p>The usual way in is {@link energy.sem.p1.TelegramReader}. The pieces it is made of are
 * {@link energy.sem.p1.Framer} and {@link energy.sem.p1.TelegramDecoder}; {@link energy.sem.p1.Plausibility} judges and
 * {@link energy.sem.p1.TelegramEncoder} writes.
 *
 * <p>Values are integers in base units (Wh, W, dV, cA, litre, MJ) and the unit is part of each name. What a telegram
 * does not say is {@code null} (an empty list for lists), never zero. All records here are immutable.
 *
 * <p>Sources named in the comments: <b>P1-502</b> DSMR 5.0.2 P1 companion standard; <b>P1-422</b> and <b>P1-3</b> its
 * predecessors 4.2.2 and 3.0; <b>e-MUCS</b> the Belgian "H" and "P1" specifications, 1.3 to 2.1.1; <b>LU</b> Luxmetering
 * P1 1.1.3; <b>SE</b> the Swedish branch recommendation for HAN H1 2.0.
 */
package energy.sem.p1;
