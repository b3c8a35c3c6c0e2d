/**
 * What one picture says, in exact numbers and without a language: the view model.
 *
 * <p>The picture is a pure function of a {@link energy.sem.display.view.View}; the view is also what {@code .json}
 * answers, so its field names carry their units and are part of the outward contract.
 */
package energy.sem.display.view;
