package energy.sem.base;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, up to a size; one that is larger fails before it fills the memory. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private Flow.Subscription subscription;
    private long leftBytes;

    LimitedBody(int mostBytes) {
        leftBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        body.onSubscribe(started);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        leftBytes -= parts.stream().mapToLong(Buffer::remaining).sum();
        if (leftBytes < 0) {
            subscription.cancel();
            body.onError(new IOException("more bytes than an answer can have"));
        } else {
            body.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.onError(cause);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
