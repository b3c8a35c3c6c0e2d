package energy.sem.base;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeterLogTest {
    private static final Logger LOG = Logger.getLogger(MeterLogTest.class);

    private final List<String> meters = new ArrayList<>();
    private final ExtHandler handler = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord line) {
            meters.add(line.getMdc("meter"));
        }
    };

    @BeforeEach
    void listen() {
        LogContext.getLogContext().getLogger(MeterLogTest.class.getName()).addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LogContext.getLogContext().getLogger(MeterLogTest.class.getName()).removeHandler(handler);
    }

    @Test
    void a_line_about_a_meter_has_its_name_as_a_field_and_the_line_after_has_none() {
        MeterLog.about("roof", () -> LOG.warn("no telegrams"));
        LOG.warn("something else");

        assertThat(meters).containsExactly("roof", null);
    }

    @Test
    void a_line_about_another_meter_in_between_changes_nothing_for_the_rest() {
        MeterLog.about("street", () -> {
            MeterLog.about("roof", () -> LOG.warn("in between"));
            LOG.warn("the rest");
        });

        assertThat(meters).containsExactly("roof", "street");
    }

    @Test
    void the_field_ends_with_a_failure_too() {
        assertThatThrownBy(() -> MeterLog.about("roof", () -> {
                    throw new IllegalStateException("meant");
                }))
                .hasMessage("meant");
        LOG.warn("later");

        assertThat(meters).containsOnlyNulls();
    }
}
