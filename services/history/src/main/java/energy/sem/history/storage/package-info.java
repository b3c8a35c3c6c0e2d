/** What is wrong with storing, as far as the tables say it: told by the answer about all meters, and so by the page. */
package energy.sem.history.storage;
