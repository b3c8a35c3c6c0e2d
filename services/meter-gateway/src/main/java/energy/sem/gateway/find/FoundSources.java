package energy.sem.gateway.find;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a search found.
 *
 * @param found devices in the network by name, then the serial ports that nobody reads, with a telegram or without
 * @param networkTrouble why no network could be searched; absent when one was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundSources(List<FoundSource> found, String networkTrouble) {}
