/** Looks for meters: what announces itself in the network, and what serial ports give. */
package energy.sem.cli.find;
