/**
 * Writes a finished picture as what a device takes: PNG, BMP, or the bytes a panel's driver is given. Own encoders, so
 * that one picture has the same bytes on every machine, JDK and zlib: an ETag survives an image update.
 */
package energy.sem.display.format;
