/** What is kept of a meter is forgotten on demand, and stays forgotten when a backup of before is restored. */
package energy.sem.cli.forget;
