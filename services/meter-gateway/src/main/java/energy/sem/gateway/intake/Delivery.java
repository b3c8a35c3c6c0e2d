package energy.sem.gateway.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.publish.NotSafeException;
import energy.sem.p1.Frame;
import energy.sem.p1.Framer;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;

/** What became of one body of one or many telegrams; indexes count its telegrams, good and bad, from 0. */
public final class Delivery {
    /** More rejected pieces than this are counted, not listed. */
    private static final int LISTED = 1000;

    private final List<Rejection> rejected = new ArrayList<>();
    private final List<CompletableFuture<Void>> pending = new ArrayList<>();
    private int pieces;
    private int published;

    private Delivery() {}

    /**
     * One rejected piece.
     *
     * @param index in the body, from 0
     * @param cause {@code crc}, {@code truncated}, {@code oversize}, {@code format} or {@code encrypted}
     * @param detail a sentence
     */
    @Schema(requiredProperties = {"index", "cause", "detail"})
    public record Rejection(
            int index,
            @Schema(enumeration = {"crc", "truncated", "oversize", "format", "encrypted"}) String cause,
            String detail) {}

    /** Reads the whole body and puts its telegrams on their way; {@link #awaitSafe} waits for them. */
    public static Delivery of(byte[] body, Intake intake) {
        Delivery delivery = new Delivery();
        List<Intake.Received> received = new ArrayList<>();
        MeterStream reader = intake.stream(new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                received.add(new Intake.Received(telegram, frame.toBytes()));
                delivery.pieces++;
            }

            @Override
            public void rejected(RejectedFrame frame) {
                intake.rejected(frame);
                delivery.reject(Outcome.of(frame.cause()), frame.detail());
            }
        });
        reader.feed(body, 0, body.length);
        reader.end();
        for (Intake.Taken taken : intake.pushed(received)) {
            delivery.pending.add(taken.safe());
            delivery.published += taken.published();
        }
        if (delivery.pieces == 0) {
            String detail = body.length == 0
                    ? "the body is empty"
                    : "there is no telegram in it: one begins with / and ends with ! and its CRC";
            intake.rejected(Arrays.copyOf(body, Math.min(body.length, Framer.MAX_FRAME_BYTES)), Outcome.FORMAT, detail);
            delivery.reject(Outcome.FORMAT, detail);
        }
        return delivery;
    }

    private void reject(Outcome cause, String detail) {
        if (rejected.size() < LISTED) {
            rejected.add(new Rejection(pieces, cause.word(), detail));
        }
        pieces++;
    }

    /** How many telegrams were valid. */
    public int accepted() {
        return pending.size();
    }

    /** How many of them {@code publish-every} holds back: the events published tell all of them that matter. */
    public int thinned() {
        return Math.max(0, pending.size() - published);
    }

    /** The pieces that were not, the first 1000 of them. */
    public List<Rejection> rejected() {
        return List.copyOf(rejected);
    }

    /** How many pieces were rejected. */
    public int rejectedCount() {
        return pieces - pending.size();
    }

    /**
     * Waits until all valid telegrams are safe.
     *
     * @throws NotSafeException when one is not; sending the whole body again does no harm
     */
    public void awaitSafe() throws NotSafeException {
        try {
            CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            long safe =
                    pending.stream().filter(f -> !f.isCompletedExceptionally()).count();
            throw new NotSafeException(safe + " of " + pending.size() + " telegrams are safe", e.getCause());
        }
    }
}
