package energy.sem.gateway.intake;

import energy.sem.gateway.meter.Meter;
import energy.sem.p1.EncryptedReader;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.TelegramReader;

/** Reads the bytes of one meter, plain or, with its {@code decryption-key}, encrypted. Not thread-safe. */
public interface MeterStream {

    /** Takes the next {@code count} bytes, from {@code from}. */
    void feed(byte[] bytes, int from, int count);

    /** Says that the input ends here: what has begun is rejected as truncated. */
    void end();

    /** A new reader of the meter's bytes. */
    static MeterStream of(Meter meter, TelegramListener listener) {
        return meter.decryptionKey()
                .map(key -> encrypted(new EncryptedReader(key, listener)))
                .orElseGet(() -> plain(new TelegramReader(listener)));
    }

    private static MeterStream plain(TelegramReader reader) {
        return new MeterStream() {
            @Override
            public void feed(byte[] bytes, int from, int count) {
                reader.feed(bytes, from, count);
            }

            @Override
            public void end() {
                reader.end();
            }
        };
    }

    private static MeterStream encrypted(EncryptedReader reader) {
        return new MeterStream() {
            @Override
            public void feed(byte[] bytes, int from, int count) {
                reader.feed(bytes, from, count);
            }

            @Override
            public void end() {
                reader.end();
            }
        };
    }
}
