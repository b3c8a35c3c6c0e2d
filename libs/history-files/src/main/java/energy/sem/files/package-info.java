/**
 * What the files of other systems say about a household's past: read as it stands, judged by nobody yet.
 *
 * <p>{@link energy.sem.files.HistoryFile#open} unwraps a file ({@code .gz}, {@code .zip}) and finds by content which
 * {@link energy.sem.files.HistoryFormat} wrote each part of it. Each part is a {@link energy.sem.files.HistorySource}, as is
 * the API of DSMR-reader: it tells {@link energy.sem.files.HistoryRows} what it says. Promised:
 *
 * <ul>
 *   <li>Exact: text becomes whole Wh, litres and MJ without a floating point number between; what a system itself kept as one
 *       is rounded to the nearest whole. Instants are UTC. A row that cannot be read is refused with its line and cause, never
 *       guessed, and no cause holds a serial number or an EAN.
 *   <li>Meant times: a register's instant is the one at which it showed that value, wherever the system stamps something else
 *       (P1 Monitor and Home Assistant stamp the beginning of the period whose last value they keep).
 *   <li>No order is promised: files are sorted by time, backwards, by register or not at all. Each row is told once; where a file
 *       has the same row twice the second is refused.
 *   <li>What the file does not know is a {@link energy.sem.files.VolumeOf} without an amount, never 0.
 *   <li>Streams: memory does not grow with the file, but for some bits a quarter hour.
 *   <li>A file that ends early is told by {@link energy.sem.files.HistoryRows#endsEarly}; one that cannot be read at all throws
 *       {@link energy.sem.files.HistoryFileException} with a sentence for people. Nothing else is thrown but what the listener
 *       throws itself and {@link java.io.IOException} of the disk or the network.
 * </ul>
 *
 * <p>Not done here: levels (anchors), overlap, who wins, storing. Registers of different {@link energy.sem.files.FileDevice}s
 * have nothing to do with each other; a register that falls is another generation of its device.
 */
package energy.sem.files;
