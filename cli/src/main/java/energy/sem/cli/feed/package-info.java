/**
 * Brings a simulated household to the gateway as a real meter would come: what lies behind by HTTP push, what is now by
 * TCP, one telegram a second.
 */
package energy.sem.cli.feed;
