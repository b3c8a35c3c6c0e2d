/** Passes the telegrams of a meter on, as they came, to whoever else in the house wants to listen to the same cable. */
package energy.sem.gateway.relay;
