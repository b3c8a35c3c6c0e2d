/** Shows the meters to whoever may read: how each is, and its last telegram. */
package energy.sem.gateway.show;
