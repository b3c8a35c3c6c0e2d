package energy.sem.system.faults;

import java.util.Optional;

import energy.sem.system.SerialLine;

/** The serial cable is pulled out of the computer, and plugged in again. Drawn with {@link CutWire}. */
record PulledCable(SerialLine line) implements Fault {
    @Override
    public String name() {
        return "the serial cable is pulled";
    }

    @Override
    public void inject() {
        line.pull();
    }

    @Override
    public void heal() throws Exception {
        line.plug();
    }

    @Override
    public boolean silencesCables() {
        return true;
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of("meters: serial: .*reader.*");
    }
}
