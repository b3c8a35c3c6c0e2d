/** Groups of meters: what they counted together in each quarter hour, and what they share of it. */
package energy.sem.history.group;
