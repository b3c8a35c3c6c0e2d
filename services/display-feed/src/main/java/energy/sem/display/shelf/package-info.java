/**
 * Keeps finished pictures ahead of the devices that ask for them.
 *
 * <p>A {@link energy.sem.display.shelf.Sheet} is one view with the prints made of it, swapped as a whole when data change;
 * a {@link energy.sem.display.shelf.Print} is the finished bytes with their ETag. The {@link
 * energy.sem.display.shelf.Keeper} watches history and renews sheets; whoever answers devices only takes from the {@link
 * energy.sem.display.shelf.Shelf}.
 */
package energy.sem.display.shelf;
