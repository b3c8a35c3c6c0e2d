package energy.sem.system.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.system.Doctor;
import energy.sem.system.SerialLine;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem doctor} names each fault that the tests inject, while it lasts, and no more when it is mended. */
@EnabledIfSystemProperty(
        named = "sem.test.long",
        matches = "true",
        disabledReason = "takes minutes: -Dsem.test.long=true")
class DoctorNamesFaultsIT {
    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> OPENED = new ArrayList<>();
    private static Chain chain;
    private static SerialLine line;

    @BeforeAll
    static void start() throws Exception {
        SerialLine.requireSocat();
        line = SerialLine.open(Files.createDirectories(folder.resolve("line")));
        SerialLine quiet = SerialLine.open(Files.createDirectories(folder.resolve("quiet")));
        Map<String, String> sources = new LinkedHashMap<>();
        // The first by name is what displays show: one that is of now.
        sources.put("a", "push");
        sources.put("push1", "push");
        sources.put("serial", "serial:" + line.device() + "?baud=115200&format=8N1");
        sources.put("quiet", "serial:" + quiet.device() + "?baud=115200&format=8N1");
        sources.put("gone", "serial:/dev/nonexistent");
        Path data = Files.createDirectories(folder.resolve("data"));
        chain = Chain.start(data, FaultRun.freeBase(0), sources, true);
        Instant first = Instant.now().minus(Duration.ofDays(3));
        CableSender serial = CableSender.serial("serial", new Household(2, 1, first), line, 200, 1);
        PushSender push = PushSender.begin("push1", new Household(1, 1, first), chain.doors("push1"), 200, 1);
        Instant lately = Instant.now().minus(Duration.ofMinutes(20));
        PushSender ofNow = PushSender.begin("a", new Household(3, 1, lately), chain.doors("a"), 200, 1);
        OPENED.addAll(List.of(chain, line, quiet, serial, push, ofNow));
    }

    @AfterAll
    static void stop() throws Exception {
        for (int i = OPENED.size() - 1; i >= 0; i--) {
            OPENED.get(i).close();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_fault_is_named_while_it_lasts() {
        List<Fault> faults = new ArrayList<>();
        chain.disks().keySet().forEach(part -> faults.add(new FullDisk(chain, part)));
        for (Link link : Link.values()) {
            faults.add(new CutWire(chain, link, Wire.State.SILENT));
        }
        chain.clocks().keySet().forEach(part -> {
            faults.add(new JumpedClock(chain, part, Duration.ofHours(3)));
            faults.add(new JumpedClock(chain, part, Duration.ofMinutes(-20)));
        });
        for (Part part : Part.values()) {
            faults.add(new Frozen(part.title(), List.of(chain.running(part))));
        }
        faults.add(new PulledCable(line));
        return faults.stream().map(fault -> DynamicTest.dynamicTest(fault.name(), () -> isNamed(fault)));
    }

    @TestFactory
    Stream<DynamicTest> what_stays_is_named_too() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "a device that is absent", () -> awaitSaid("meters: gone: .*/dev/nonexistent.*")),
                DynamicTest.dynamicTest(
                        "a cable at whose end nobody speaks", () -> awaitSaid("meters: quiet: nothing comes from .*")),
                DynamicTest.dynamicTest(
                        "records that nobody can read",
                        () -> isFound(
                                new PoisonedRecords(chain, List.of("no JSON".getBytes(StandardCharsets.UTF_8))))));
    }

    private static void isNamed(Fault fault) throws Exception {
        String diagnosis = fault.diagnosis().orElseThrow();
        fault.inject();
        try {
            awaitSaid(diagnosis);
        } finally {
            fault.heal();
        }
        await("well again")
                .untilAsserted(
                        () -> assertThat(Doctor.ask(chain.data()).faults()).noneMatch(each -> each.matches(diagnosis)));
    }

    private static void isFound(Fault fault) throws Exception {
        fault.inject();
        awaitSaid(fault.diagnosis().orElseThrow());
    }

    private static void awaitSaid(String diagnosis) {
        await("named").untilAsserted(() -> assertThat(Doctor.ask(chain.data()).faults())
                .anyMatch(each -> each.matches(diagnosis)));
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions();
    }
}
