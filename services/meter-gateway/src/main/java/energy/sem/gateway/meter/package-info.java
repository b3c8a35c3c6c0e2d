/** The meters as they are configured: read once at the start, checked, and never changed. */
package energy.sem.gateway.meter;
