/**
 * HTTP: the addresses, headers and conditional requests of the display-feed contract. Written on Vert.x routes, because a
 * device depends on every header being exactly what the contract says, and on the answer being one finished byte array.
 */
package energy.sem.display.serve;
