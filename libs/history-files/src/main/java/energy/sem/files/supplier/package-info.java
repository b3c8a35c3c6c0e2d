/** What grid companies and suppliers other than Fluvius give their customers. */
package energy.sem.files.supplier;
