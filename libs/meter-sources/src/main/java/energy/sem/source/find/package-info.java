/** Looks for meters: what announces itself in the networks of this machine. */
package energy.sem.source.find;
