/** Looks for meters that could be read, when somebody asks. */
package energy.sem.gateway.find;
