package energy.sem.local.kafka;

/**
 * The ports of a broker that is one of several.
 *
 * @param clients where it listens to clients and other brokers
 * @param clientsDoor where they find it: the same, or a proxy in front of it
 * @param controller where it listens to the other controllers
 * @param controllerDoor where those find it
 */
public record BrokerPorts(int clients, int clientsDoor, int controller, int controllerDoor) {}
