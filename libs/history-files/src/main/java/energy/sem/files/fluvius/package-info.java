/** What Mijn Fluvius, the portal of the Flemish grid company, lets households download. */
package energy.sem.files.fluvius;
