package energy.sem.gateway.find;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What may be read, or could be after something was done.
 *
 * @param name of the device and its address, or the path of the port; as the device says it
 * @param what it is, or what was heard, in English
 * @param source as the setting {@code sem.meters.<name>.source} takes it; absent where it is not known yet
 * @param first what has to be done before, in English; absent where nothing
 * @param meter by which it is read already; absent where by none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundSource(String name, String what, String source, String first, String meter) {}
