/** Who may read beside those of the settings: readers that are administered while SEM runs. */
package energy.sem.history.reader;
