/** What the tree and the packages hold that they must not: secrets, libraries with known weaknesses. */
package energy.sem.system.tree;
