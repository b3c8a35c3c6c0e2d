/**
 * Quarter hours and days: the first and last reading of each quarter hour merged into its row, and for each day touched
 * the highest demand and the time outside gaps computed anew from those rows.
 */
package energy.sem.ingest.quarter;
