/**
 * Energy sharing: who of a group gets how much of what the group injects in a quarter hour, by the keys of grid operators.
 * Pure arithmetic in whole Wh; what is not known stays unknown.
 */
package energy.sem.sharing;
