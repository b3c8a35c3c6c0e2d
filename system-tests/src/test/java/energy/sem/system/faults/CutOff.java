package energy.sem.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

/**
 * Nobody reaches a broker, a database node, or a whole machine: wires to it are silent, and of a database node also what it and the
 * other nodes say to each other, by Galera's own means.
 */
record CutOff(String whom, List<Wire> wires, Optional<LocalMariaDb> node) implements Fault {
    @Override
    public String name() {
        return whom + " cut off";
    }

    @Override
    public void inject() {
        // One that was killed a moment ago may be on its way up.
        node.ifPresent(
                each -> FaultRun.await(each.name() + " is told to hear nobody").until(() -> isolate(each, true)));
        wires.forEach(wire -> wire.set(Wire.State.SILENT));
    }

    @Override
    public void heal() {
        // What waited in a silent network is not delivered when it is mended minutes later: connections end.
        wires.forEach(wire -> wire.set(Wire.State.CUT));
        wires.forEach(wire -> wire.set(Wire.State.OPEN));
        node.ifPresent(each -> FaultRun.await(each.name() + " takes the word").until(() -> isolate(each, false)));
    }

    private static boolean isolate(LocalMariaDb node, boolean on) throws SQLException {
        if (!node.isAlive()) {
            return true;
        }
        try (Connection connection = node.connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=" + (on ? 1 : 0) + "'");
            return true;
        }
    }
}
