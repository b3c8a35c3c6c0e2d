/**
 * Makes files as other systems write them, from a household whose true registers are known: exact layouts, with the faults that each
 * system is known for. All serial numbers and EANs are invented. For tests of this module and of whoever imports.
 */
package energy.sem.files.made;
