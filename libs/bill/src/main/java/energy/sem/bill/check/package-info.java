/** What a person who typed a contract should look at again. */
package energy.sem.bill.check;
