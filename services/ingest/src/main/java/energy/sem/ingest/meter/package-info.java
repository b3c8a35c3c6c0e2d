/** Who is read: meters by their configured name, and devices by their serial number. Both appear by themselves. */
package energy.sem.ingest.meter;
