package energy.sem.source;

import java.util.Map;

/**
 * What a device says of itself in the network by mDNS (RFC 6763).
 *
 * @param type of its service, such as {@code _hwenergy._tcp}
 * @param name that people see
 * @param address of the device
 * @param port of the service
 * @param texts what else it says, by name
 */
public record Announced(String type, String name, String address, int port, Map<String, String> texts) {
    public Announced {
        texts = Map.copyOf(texts);
    }

    /** One of the texts; empty where it is not said. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** The address as it stands in a URL. */
    public String host() {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
