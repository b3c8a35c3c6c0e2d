/** emonCMS. */
package energy.sem.files.emoncms;
