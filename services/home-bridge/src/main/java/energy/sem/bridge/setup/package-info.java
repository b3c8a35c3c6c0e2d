/** What an installation of the bridge has of its own: a clock, an identity, a folder. */
package energy.sem.bridge.setup;
