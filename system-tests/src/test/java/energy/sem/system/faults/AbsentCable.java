package energy.sem.system.faults;

import java.util.Optional;

import energy.sem.system.SerialLine;

/** The serial cable is pulled out of the computer. Not drawn: it stays so, as a pseudo-terminal's name is another one when it is made anew. */
record AbsentCable(SerialLine line) implements Fault {
    @Override
    public String name() {
        return "the serial cable is pulled";
    }

    @Override
    public void inject() {
        line.close();
    }

    @Override
    public void heal() {
        // It stays away.
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
