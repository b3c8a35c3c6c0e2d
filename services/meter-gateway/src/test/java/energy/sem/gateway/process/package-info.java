/** The packaged gateway as a process of its own, among real meters, clients and brokers that behave badly. */
package energy.sem.gateway.process;
