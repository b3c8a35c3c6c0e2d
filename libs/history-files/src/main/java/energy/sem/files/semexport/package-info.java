/** SEM's own export: what left a SEM comes into another as it was. */
package energy.sem.files.semexport;
