/** Tools of the formats: text, numbers, wall times, tables of CSV, SQL and SQLite. What they cannot read they say in words. */
package energy.sem.files.reading;
