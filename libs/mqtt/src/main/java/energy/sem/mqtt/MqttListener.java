package energy.sem.mqtt;

/**
 * What a connection tells. All calls come on one thread of the connection, one after the other; they may publish and
 * subscribe, and must not wait for long.
 */
public interface MqttListener {

    /**
     * Connected, for the first time or again. A broker that was away may have forgotten all that it kept: publish what
     * holds now. What was subscribed is subscribed again already.
     *
     * @param version that is spoken, 5 or 3.1.1
     */
    void connected(MqttVersion version);

    /**
     * Something does not work; said once, and again only after it has worked or when it is something else.
     *
     * @param words a sentence that says what to do, without a secret
     */
    void trouble(String words);

    /** The connection is gone; it is tried again by itself, and {@link #trouble} says why when that does not work. */
    default void lost() {}
}
