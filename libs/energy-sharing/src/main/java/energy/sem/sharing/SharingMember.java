package energy.sem.sharing;

/**
 * Who takes part in sharing.
 *
 * @param name differs from that of all others; of two who have an equal claim to a last Wh the first by name gets it
 * @param sharePpm his share in what is injected, millionths; 0 for none, or where there are no shares
 */
public record SharingMember(String name, int sharePpm) {
    /** The whole, millionths. */
    public static final int WHOLE_PPM = 1_000_000;

    /** @throws IllegalArgumentException when the share is none */
    public SharingMember {
        if (sharePpm < 0 || sharePpm > WHOLE_PPM) {
            throw new IllegalArgumentException(
                    "the share of " + name + " is not from 0 to " + WHOLE_PPM + ": " + sharePpm);
        }
    }
}
