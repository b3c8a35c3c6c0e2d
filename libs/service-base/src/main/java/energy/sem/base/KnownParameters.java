package energy.sem.base;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses to be asked by a parameter that there is not: a typo would be passed over in silence, and the answer would be that
 * to another question. Which there are is what the resource declares ({@link QueryParam}). Applies to GET and HEAD.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
    private static final Set<String> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Longer names are cut in an answer. */
    private static final int LONGEST_SHOWN = 40;

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = ASKING.contains(request.getMethod()) ? resource.getResourceMethod() : null;
        if (method == null || resource.getResourceClass().isAnnotationPresent(TakesAnyParameter.class)) {
            return;
        }
        Collection<String> asked = request.getUriInfo().getQueryParameters().keySet();
        refusal(asked, declared.computeIfAbsent(method, KnownParameters::declaredBy))
                .ifPresent(problem -> request.abortWith(problem.toResponse()));
    }

    /**
     * 400 when one of the names is not among those there are, naming it and them.
     *
     * @param asked the names of a request's parameters
     * @param known those there are
     */
    public static Optional<Problem> refusal(Collection<String> asked, Collection<String> known) {
        return asked.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .map(name -> Problem.badRequest(detail(name, known)));
    }

    /** The sentence for a parameter that there is not. */
    public static String detail(String name, Collection<String> known) {
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        String there = known.isEmpty() ? "this address takes none." : "there is " + String.join(", ", known) + ".";
        return "There is no parameter \"" + shown + "\" here: " + there;
    }

    private static Set<String> declaredBy(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter each : method.getParameters()) {
            name(each.getAnnotations()).ifPresent(names::add);
            if (each.isAnnotationPresent(BeanParam.class)) {
                names.addAll(declaredBy(each.getType()));
            }
        }
        return names;
    }

    private static List<String> declaredBy(Class<?> bean) {
        List<String> names = new ArrayList<>();
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field each : type.getDeclaredFields()) {
                name(each.getAnnotations()).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<String> name(Annotation[] annotations) {
        for (Annotation each : annotations) {
            if (each instanceof QueryParam query) {
                return Optional.of(query.value());
            }
        }
        return Optional.empty();
    }
}
