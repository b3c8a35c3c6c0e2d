package energy.sem.bridge.alarm.channel;

import java.util.Optional;

import energy.sem.bridge.alarm.rule.Limits;

/** A kind of channel, found by being a bean. */
public interface ChannelKind {

    /**
     * The channel that the settings ask for; empty when they ask for none.
     *
     * @throws energy.sem.base.NoStart when one of them is missing or cannot be used; the message names it
     */
    Optional<Channel> of(Limits settings);
}
