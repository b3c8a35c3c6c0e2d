package energy.sem.gateway.intake;

import energy.sem.gateway.meter.Meter;
import energy.sem.p1.EncryptedReader;
import energy.sem.p1.KeylessReader;
import energy.sem.p1.MeterChecksum;
import energy.sem.p1.TelegramListener;

/** Reads the bytes of one meter, plain or, with its {@code decryption-key}, encrypted. Not thread-safe. */
public interface MeterStream {

    /** Takes the next {@code count} bytes, from {@code from}. */
    void feed(byte[] bytes, int from, int count);

    /** Says that the input ends here: what has begun is rejected as truncated. */
    void end();

    /** A new reader of the meter's bytes, of which it is known or learned which checksum they have. */
    static MeterStream of(Meter meter, MeterChecksum checksum, TelegramListener listener) {
        String authenticationKey = meter.authenticationKey().orElse(null);
        return meter.decryptionKey()
                .map(key -> encrypted(new EncryptedReader(key, authenticationKey, checksum, listener)))
                .orElseGet(() -> plain(new KeylessReader(checksum, listener)));
    }

    private static MeterStream plain(KeylessReader reader) {
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
