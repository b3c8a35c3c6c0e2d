/**
 * Documents in JSON and YAML from outside, read alike: every number stays the text that was written, every value knows its line,
 * and what is too large, too deep, said twice or repeated by reference is refused.
 */
package energy.sem.bill.document;
