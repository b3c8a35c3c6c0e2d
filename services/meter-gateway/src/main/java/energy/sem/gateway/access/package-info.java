/** Who may do what: keys that open one meter each, keys that read, and a limit on guessing. */
package energy.sem.gateway.access;
