package energy.sem.gateway.health;

/** How a meter's source is at the moment. */
public enum LineState {
    /** Nothing is read: telegrams are pushed. */
    PUSHED,
    /** Being opened, for the first time or again. */
    OPENING,
    /** Open; telegrams may come. */
    OPEN,
    /** Could not be opened or broke; it is tried again. */
    BROKEN,
    /** Came to its end for good. */
    ENDED,
    /** Not read here: another gateway reads it, or it is not known yet which one does. */
    ELSEWHERE
}
