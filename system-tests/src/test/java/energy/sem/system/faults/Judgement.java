package energy.sem.system.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionTimeoutException;

import energy.sem.event.Topics;
import energy.sem.system.Http;

/**
 * Compares what is there with what should be: the tables with what was sent and with figures computed anew; answers and
 * pictures with those of a second SEM that was told the same readings, in their order, without any fault.
 */
final class Judgement {
    private static final int BODY_LIMIT = 500_000;

    private final Topology chain;
    private final Path folder;
    private final List<Sender> senders;
    private final FaultRun.Plan plan;

    Judgement(Topology chain, Path folder, List<Sender> senders, FaultRun.Plan plan) {
        this.chain = chain;
        this.folder = folder;
        this.senders = senders;
        this.plan = plan;
    }

    Report report(int faults, long poison, List<Duration> heals, Duration slowest) throws Exception {
        List<Verdict> verdicts = verdicts();
        List<String> differences = new ArrayList<>();
        verdicts.forEach(verdict -> differences.addAll(verdict.differences()));
        for (Sender sender : senders) {
            if (sender instanceof PushSender pushes) {
                differences.addAll(pushes.wrong());
            }
        }
        differences.addAll(quietRun(verdicts));
        return new Report(plan.seed(), faults, verdicts, poison, dead(), heals, slowest, differences);
    }

    /** Once all is stored; what is not by the end of patience is lost. */
    private List<Verdict> verdicts() throws Exception {
        try {
            FaultRun.await("all is stored").until(() -> look().stream()
                    .allMatch(
                            each -> each.lost().isEmpty() && each.differences().isEmpty()));
        } catch (ConditionTimeoutException e) {
            System.err.println("not all is as it should be: " + e.getMessage());
        }
        return look();
    }

    private List<Verdict> look() throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        try (Connection connection = chain.database()) {
            for (Sender sender : senders) {
                verdicts.add(Verdict.of(connection, sender));
            }
        }
        return verdicts;
    }

    /** The differences from a SEM that nothing happened to. */
    private List<String> quietRun(List<Verdict> verdicts) throws Exception {
        Map<String, String> sources = new LinkedHashMap<>();
        senders.forEach(sender -> sources.put(sender.meter(), "push"));
        Path data = Files.createDirectories(folder.resolve("quiet"));
        try (Chain quiet = Chain.start(data, FaultRun.freeBase(0), sources, false)) {
            for (int i = 0; i < senders.size(); i++) {
                tell(quiet, senders.get(i), verdicts.get(i));
            }
            FaultRun.await("the quiet one has stored all").until(() -> {
                try (Connection connection = quiet.database()) {
                    for (int i = 0; i < senders.size(); i++) {
                        Sender sender = senders.get(i);
                        if (StoredRows.readings(connection, sender.meter(), sender.serial())
                                        .size()
                                < verdicts.get(i).stored().size()) {
                            return false;
                        }
                    }
                    return true;
                }
            });
            return compare(quiet, verdicts);
        }
    }

    private static void tell(Chain quiet, Sender sender, Verdict verdict) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Instant at : new TreeMap<>(verdict.stored()).keySet()) {
            body.writeBytes(sender.ledger().telegram(at));
            if (body.size() > BODY_LIMIT) {
                push(quiet, sender, body);
            }
        }
        push(quiet, sender, body);
    }

    private static void push(Chain quiet, Sender sender, ByteArrayOutputStream body) {
        byte[] bytes = body.toByteArray();
        FaultRun.await("the quiet one takes it")
                .until(() -> Http.post(quiet.doors(sender.meter()).get(0), Chain.KEY + sender.meter(), bytes)
                                .statusCode()
                        == 202);
        body.reset();
    }

    private List<String> compare(Chain quiet, List<Verdict> verdicts) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict.stored().isEmpty()) {
                differences.add(verdict.meter() + ": nothing is stored");
                continue;
            }
            TreeMap<Instant, Reading> stored = new TreeMap<>(verdict.stored());
            List<String> found = new ArrayList<>();
            // What is drawn ends at the last quarter hour, which may pass between the two questions, and is asked for
            // each second.
            try {
                FaultRun.await("the same answers").atMost(Duration.ofMinutes(1)).until(() -> {
                    found.clear();
                    found.addAll(differences(quiet, verdict.meter(), stored.firstKey(), stored.lastKey()));
                    return found.isEmpty();
                });
            } catch (ConditionTimeoutException e) {
                differences.addAll(found.isEmpty() ? List.of(verdict.meter() + ": " + e.getMessage()) : found);
            }
        }
        return differences;
    }

    private List<String> differences(Chain quiet, String meter, Instant from, Instant to) throws InterruptedException {
        try {
            return different(meter, Answers.of(quiet, meter, from, to), Answers.of(chain, meter, from, to));
        } catch (IOException e) {
            return List.of(meter + ": " + e);
        }
    }

    private static List<String> different(String meter, Map<String, String> expected, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        expected.forEach((address, answer) -> {
            String other = found.get(address);
            if (!answer.equals(other)) {
                int at = 0;
                while (at < Math.min(answer.length(), other.length()) && answer.charAt(at) == other.charAt(at)) {
                    at++;
                }
                differences.add(
                        meter + ": " + address + " should be …" + part(answer, at) + "… and is …" + part(other, at));
            }
        });
        return differences;
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 80));
    }

    private long dead() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", chain.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> ends = new LinkedHashMap<>();
            admin.describeTopics(List.of(Topics.DEAD))
                    .allTopicNames()
                    .get(1, TimeUnit.MINUTES)
                    .get(Topics.DEAD)
                    .partitions()
                    .forEach(each -> ends.put(new TopicPartition(Topics.DEAD, each.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get(1, TimeUnit.MINUTES).values().stream()
                    .mapToLong(each -> each.offset())
                    .sum();
        }
    }
}
