/**
 * Keeps finished pictures ahead of the devices that ask for them.
 *
 * <p>A {@link energy.sem.display.cache.CachedView} is one view with the pictures made of it, swapped as a whole when data
 * change; an {@link energy.sem.display.cache.EncodedPicture} is the finished bytes with their ETag. The {@link
 * energy.sem.display.cache.Refresher} watches history and renews views; whoever answers devices only takes from the {@link
 * energy.sem.display.cache.PictureCache}.
 */
package energy.sem.display.cache;
