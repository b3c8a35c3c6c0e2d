package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import energy.sem.cli.process.Service;

/** Whether a display gets a picture of data that are fresh. */
final class DisplayCheck implements Check {
    @Override
    public String name() {
        return "display";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        var answer = patient.get(Service.DISPLAY, "/display/day/0.png");
        String status = answer.headers().firstValue("X-Feed-Status").orElse("status " + answer.statusCode());
        return List.of(
                status.equals("ok")
                        ? Finding.well("displays get a picture")
                        : Finding.fault(
                                "displays get a picture that says \"" + status + "\"",
                                "history or the meter above say why; the log: " + patient.log(Service.DISPLAY)));
    }
}
