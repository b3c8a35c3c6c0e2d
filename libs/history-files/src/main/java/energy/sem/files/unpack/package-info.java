/** Unwraps {@code .gz} and {@code .zip}, within bounds. */
package energy.sem.files.unpack;
