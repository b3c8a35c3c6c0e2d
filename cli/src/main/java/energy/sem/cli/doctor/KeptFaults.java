package energy.sem.cli.doctor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.help.CommandName;

/** The table doctor_look, which history reads for the page: the faults of the last look, and no other's. */
final class KeptFaults {
    /** What a page can show; a thousand silent meters have one cause. */
    static final int MOST = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;

    KeptFaults(Installation installation) {
        this.installation = installation;
    }

    /**
     * Puts them in the place of those that were there; none clears it.
     *
     * @param at when it was looked
     * @throws IOException when the database does not take them, with the reason in words; those of before are still there
     */
    void keep(Instant at, List<Examination.Result> faults) throws IOException {
        try (Connection connection =
                        QuickConnection.open(installation.jdbcUrl(), installation.user(), installation.password());
                PreparedStatement replace =
                        connection.prepareStatement("REPLACE INTO doctor_look (id, at, faults) VALUES (1, ?, ?)")) {
            replace.setLong(1, at.toEpochMilli());
            replace.setString(2, json(faults));
            replace.execute();
        } catch (SQLException e) {
            throw new IOException("the database does not take them: " + e.getMessage(), e);
        }
    }

    private static String json(List<Examination.Result> faults) {
        ArrayNode all = JSON.createArrayNode();
        for (Examination.Result fault : faults.subList(0, Math.min(MOST, faults.size()))) {
            add(all, fault.check(), fault.finding().what(), fault.finding().advice());
        }
        if (faults.size() > MOST) {
            add(
                    all,
                    "doctor",
                    (faults.size() - MOST) + " more faults",
                    CommandName.in("./sem doctor says all of them"));
        }
        return all.toString();
    }

    private static void add(ArrayNode all, String check, String what, String advice) {
        all.addObject().put("check", check).put("what", what).put("advice", advice);
    }
}
