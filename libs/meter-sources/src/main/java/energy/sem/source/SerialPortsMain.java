package energy.sem.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./sem ports}: listens on the serial ports of this machine, or on those given as arguments, and prints what it
 * heard and the line to type. Ends with status 0 when telegrams were heard, else with 1. It is a program of its own: no
 * service runs.
 */
public final class SerialPortsMain {
    private SerialPortsMain() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        List<String> devices = args.length > 0 ? List.of(args) : SerialPorts.named();
        if (devices.isEmpty()) {
            System.out.println("There is no serial port: is the cable plugged in?");
            System.exit(1);
        }
        System.out.println("Listening on " + String.join(", ", devices) + " (up to half a minute) …");
        boolean telegrams = false;
        for (Map.Entry<String, PortCheck.Result> each : PortCheck.listenOnAll(
                        devices, Optional.empty(), PortCheck.PATIENCE)
                .entrySet()) {
            System.out.println();
            System.out.println(each.getValue().words());
            if (each.getValue().heard() == PortCheck.Heard.TELEGRAM) {
                telegrams = true;
                System.out.println("    ./sem up --meter home=serial:" + each.getKey());
            }
        }
        System.exit(telegrams ? 0 : 1);
    }
}
