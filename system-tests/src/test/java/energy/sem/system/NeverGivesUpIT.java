package energy.sem.system;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.local.test.SmallDisk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Once it has run, {@code ./sem up} never gives up on its own: whatever ends is started again, the screen says why it ended,
 * and what was acknowledged meanwhile is in the answers. On a small disk of its own, which can be filled.
 */
@EnabledIfSystemProperty(
        named = "sem.test.long",
        matches = "true",
        disabledReason = "takes minutes: -Dsem.test.long=true")
class NeverGivesUpIT {
    private static final String KEY = "hush";
    private static final List<String> PARTS =
            List.of("Kafka", "MariaDB", "meter-gateway", "history", "ingest", "display-feed");
    private static final int ROUNDS = 3;

    private static SmallDisk disk;
    private static RunningSem sem;

    @BeforeAll
    static void start() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount();
        String reason = "a small disk can be mounted by root, or by sudo without a password, only";
        if (mounted.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.assumeTrue(mounted.isPresent(), "skipped: " + reason);
        disk = mounted.get();
        sem = RunningSem.start(
                        disk.folder().resolve("data"),
                        Stream.of("kill", "port", "disk")
                                .flatMap(name ->
                                        Stream.of("--meter=" + name + "=push", "--key=" + name + "=" + KEY + name))
                                .toArray(String[]::new))
                .awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        if (sem != null) {
            sem.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void every_part_killed_at_once_and_again_and_again_comes_back_and_nothing_acknowledged_is_lost() throws Exception {
        SteadyPush push = push("kill", 51);
        try (push) {
            for (int round = 1; round <= ROUNDS; round++) {
                List<Integer> backs = backs();
                for (String part : PARTS) {
                    RunningSem.signal(sem.pidOf(part), "KILL");
                }
                await("all are back").untilAsserted(() -> assertThat(backs())
                        .containsExactlyElementsOf(
                                backs.stream().map(each -> each + 1).toList()));
            }
            int before = push.acknowledgedWh().size();
            await("pushes are taken").until(() -> push.acknowledgedWh().size() > before + 10);
        }
        assertThat(sem.isAlive()).isTrue();
        assertThat(PARTS).allSatisfy(part -> assertThat(said(part + " was killed by signal 9; "))
                .isGreaterThanOrEqualTo(ROUNDS));
        assertIsInTheAnswers("kill", push);
    }

    @Test
    void a_database_whose_port_something_else_took_comes_back_when_that_is_gone() throws Exception {
        SteadyPush push = push("port", 52);
        try (push) {
            RunningSem.signal(sem.pidOf("MariaDB"), "KILL");
            try (ServerSocket taker = takeMariaDbsPort()) {
                await("said so").untilAsserted(() -> assertThat(sem.output())
                        .contains("MariaDB cannot open its port " + taker.getLocalPort() + ", process ")
                        .contains("listens there"));
            }
            int backs = said("MariaDB is back after ");
            await("MariaDB is back").until(() -> said("MariaDB is back after ") > backs);
        }
        assertIsInTheAnswers("port", push);
    }

    @Test
    void a_disk_that_was_full_and_has_room_again_heals_without_a_hand() throws Exception {
        SteadyPush push = push("disk", 53);
        try (push) {
            await("pushes are taken").until(() -> push.acknowledgedWh().size() > 20);
            disk.fill();
            await("Kafka has ended, and the screen says why").untilAsserted(() -> assertThat(sem.output())
                    .contains(
                            "the disk is full: 0 bytes left in " + sem.data() + "/kafka; Kafka is started again in "));
            await("not acknowledged any more").until(() -> push.refused() > 5);
            assertThat(Doctor.ask(sem.data()).faults())
                    .anyMatch(each -> each.startsWith("disk: the disk is full: 0 bytes left in " + sem.data()))
                    .anyMatch(each -> each.startsWith("Kafka: Kafka does not answer at "));
            disk.empty();
            await("Kafka is back").untilAsserted(() -> assertThat(sem.output())
                    .contains("the disk has room again: ")
                    .matches("(?s).*the disk has room again: .*Kafka is back after .*"));
            int before = push.acknowledgedWh().size();
            await("pushes are taken again").until(() -> push.acknowledgedWh().size() > before + 10);
        }
        assertIsInTheAnswers("disk", push);
    }

    private static SteadyPush push(String meter, int number) {
        return SteadyPush.begin(
                sem.gateway("/api/v1/meters/" + meter + "/telegrams"), KEY + meter, new TestMeter(number));
    }

    /** Each acknowledged reading once: raw readings as history gives them. */
    private static void assertIsInTheAnswers(String meter, SteadyPush push) {
        await("everything acknowledged is in the answers").untilAsserted(() -> {
            assertThat(Readings.importT1Wh(sem, meter, push.begin()))
                    .doesNotHaveDuplicates()
                    .containsAll(push.acknowledgedWh());
        });
    }

    /** How often each part came back. */
    private static List<Integer> backs() {
        return PARTS.stream().map(part -> said(part + " is back after ")).toList();
    }

    private static int said(String words) {
        return (int) sem.output().lines().filter(line -> line.startsWith(words)).count();
    }

    /** As soon as the server that died has given it back. */
    private static ServerSocket takeMariaDbsPort() {
        return Awaitility.await("the port")
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .until(
                        () -> new ServerSocket(
                                sem.mariaDbPort(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
                        socket -> true);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }
}
