package energy.sem.registry;

import java.security.SecureRandom;

/** Makes keys that nobody guesses, of letters and digits that nobody takes for each other. Stateless. */
public final class NewKey {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    // 57 to the 24th is 140 bits.
    private static final int CHARACTERS = 24;

    /** The original sensor's buffer holds no more: 110 bits. */
    private static final int CHARACTERS_OF_SENSOR = 19;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key of 140 random bits. */
    public static String random() {
        return random(CHARACTERS);
    }

    /** A key that the original sensor can hold. */
    public static String forSensor() {
        return random(CHARACTERS_OF_SENSOR);
    }

    private static String random(int characters) {
        StringBuilder key = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    private NewKey() {}
}
