/** A meter's whole history in the forms of others: rows of one table each, however many. */
package energy.sem.history.export;
