package energy.sem.p1;

/** What is known about the checksum behind the {@code !} of a telegram. */
public enum CrcState {
    /** It is there and matches (after the line ends were restored, if {@code repaired} is set). */
    VALID,
    /** It is there and matches, by another checksum than the standard's, which this meter sends: {@link MeterChecksum}. */
    OTHER,
    /** The telegram has none, as in DSMR 2.2 and 3, or zeros in its place: nothing proves that no byte was changed on the way. */
    ABSENT,
    /** It is there, but nobody compared it: the bytes were handed to the decoder without a {@link Framer}. */
    UNCHECKED
}
