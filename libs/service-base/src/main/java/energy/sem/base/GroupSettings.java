package energy.sem.base;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The settings {@code sem.groups.<name>.…}; docs/settings.md says what each means. */
@ConfigMapping(prefix = "sem.groups")
public interface GroupSettings {

    /** By the name of the group. Also asked where groups are not answered: a reader may be for a group. */
    @WithParentName
    Map<String, Entry> groups();

    /** One group. */
    interface Entry {
        /** Meters, separated by commas. */
        Optional<String> members();

        /** The word of a rule. */
        @WithDefault("relative")
        String key();

        /** Meters with their percent, separated by commas. */
        Optional<String> shares();
    }
}
