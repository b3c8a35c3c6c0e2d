/** How the backups are: whether those that come by themselves came, and whether the last drill could restore one. */
package energy.sem.history.backup;
