package energy.sem.bridge.mqtt;

import java.util.concurrent.CompletableFuture;

import energy.sem.bridge.homeassistant.Device;

/** Where parts of the bridge publish what they have of a meter. Thread-safe. */
public interface Outlet {
    /** In the place of a meter's name: what is of no meter. */
    String INSTALLATION = Device.INSTALLATION;

    /** Whether there is a broker configured; what is published without one goes nowhere. */
    boolean isOn();

    /**
     * Publishes below the meter's topics, if there is a connection now; nothing is sent later.
     *
     * @param topic below {@code sem/<meter>/}, such as {@code guard/allowedImportW}
     */
    void publish(String meter, String topic, String payload, Lasting lasting);

    /**
     * The same, for who wants to know what came of it.
     *
     * @return completes when the broker has it, and with what is wrong when it does not, or there is no connection
     */
    CompletableFuture<Void> tell(String meter, String topic, String payload, Lasting lasting);

    /** Calls at each connect, and when Home Assistant has started: publish then what holds. */
    void onConnected(Runnable publish);
}
