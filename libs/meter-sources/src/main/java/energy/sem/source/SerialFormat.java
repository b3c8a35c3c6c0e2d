package energy.sem.source;

/** Speed and shape of the bytes on a P1 line; the two that meters use (P1-502 6.1; DSMR 2.2 and 3). */
enum SerialFormat {
    /** DSMR 4 and 5, Belgium, Luxembourg: 115200 baud, 8 data bits, no parity. */
    FAST_8N1(115_200, 8, false),
    /** DSMR 2.2 and 3: 9600 baud, 7 data bits, even parity. */
    SLOW_7E1(9_600, 7, true);

    private final int baud;
    private final int dataBits;
    private final boolean evenParity;

    SerialFormat(int baud, int dataBits, boolean evenParity) {
        this.baud = baud;
        this.dataBits = dataBits;
        this.evenParity = evenParity;
    }

    /** As settings that a port is opened with. */
    SerialSettings settings() {
        return new SerialSettings(baud, dataBits, evenParity);
    }
}
