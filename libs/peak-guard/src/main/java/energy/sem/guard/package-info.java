/**
 * The peak guard: how much a household may take from the grid until the running quarter hour ends, so that its month's
 * peak does not rise. Pure arithmetic in whole watts by the meter's clock.
 */
package energy.sem.guard;
