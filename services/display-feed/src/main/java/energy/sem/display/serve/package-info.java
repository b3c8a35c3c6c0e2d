/**
 * HTTP: the addresses, headers and conditional requests of the display-feed contract. Written on Vert.x routes, because a
 * device depends on every header being exactly what the contract says, and on the answer being one finished byte array.
 * What is the same for the next device (the address, the headers of this second, the bytes outside the heap) is made once.
 */
package energy.sem.display.serve;
