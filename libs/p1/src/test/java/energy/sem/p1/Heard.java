package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/** Notes what a reader tells, in order, as text that can be compared. */
final class Heard implements TelegramListener {

    final List<Telegram> telegrams = new ArrayList<>();
    final List<byte[]> frames = new ArrayList<>();
    final List<RejectedFrame> rejected = new ArrayList<>();
    final List<String> inOrder = new ArrayList<>();
    final TelegramReader reader;

    Heard() {
        this(new MeterChecksum());
    }

    Heard(MeterChecksum checksum) {
        reader = new TelegramReader(checksum, this);
    }

    static Heard of(byte[]... pieces) {
        Heard heard = new Heard();
        for (byte[] piece : pieces) {
            heard.reader.feed(piece);
        }
        heard.reader.end();
        return heard;
    }

    @Override
    public void telegram(Telegram telegram, Frame frame) {
        telegrams.add(telegram);
        frames.add(frame.toBytes());
        inOrder.add("good " + Samples.text(frame.toBytes()) + telegram);
    }

    @Override
    public void rejected(RejectedFrame frame) {
        rejected.add(frame);
        inOrder.add(frame.cause() + frame.detail() + Samples.text(frame.bytes()));
    }

    List<RejectCause> causes() {
        return rejected.stream().map(RejectedFrame::cause).toList();
    }
}
