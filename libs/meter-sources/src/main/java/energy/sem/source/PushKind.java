package energy.sem.source;

import java.util.List;
import java.util.Optional;

/** {@code push}: nothing is read. */
public final class PushKind implements SourceKind {
    @Override
    public String scheme() {
        return "push";
    }

    @Override
    public List<Form> forms() {
        return List.of(new Form("push", "nothing is read: telegrams arrive by HTTP"));
    }

    @Override
    public Optional<Source> parse(String url, Credentials credentials) {
        if (!url.equals("push")) {
            throw new IllegalArgumentException("\"" + url + "\" is no source: push stands alone");
        }
        return Optional.empty();
    }
}
