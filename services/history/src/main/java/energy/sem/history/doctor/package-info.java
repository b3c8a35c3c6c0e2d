/** What {@code semctl doctor} found when it looked last: told by the answer about all meters, and so by the page. */
package energy.sem.history.doctor;
