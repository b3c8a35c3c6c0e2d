import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * {@code UnknownFields FILE}: no object of the file has a field that its kind does not know, such as {@code readinesProbe}.
 * Exits 1 and says which has. A kind that the models do not have (KEDA's) is passed over.
 */
class UnknownFields {
    private static int faults;

    public static void main(String[] arguments) throws Exception {
        int checked = 0;
        for (String document : Files.readString(Path.of(arguments[0])).split("(?m)^---$")) {
            if (document.isBlank()) {
                continue;
            }
            Object object = Serialization.unmarshal(document);
            if (object instanceof GenericKubernetesResource) {
                continue;
            }
            HasMetadata named = (HasMetadata) object;
            walk(named.getKind() + "/" + named.getMetadata().getName(), object, new IdentityHashMap<>());
            checked++;
        }
        System.out.println(checked + " objects, " + faults + " unknown fields");
        System.exit(faults > 0 || checked == 0 ? 1 : 0);
    }

    private static void walk(String path, Object object, IdentityHashMap<Object, Boolean> seen) throws Exception {
        if (object == null || seen.put(object, true) != null) {
            return;
        }
        if (object instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                walk(path + "[" + index++ + "]", item, seen);
            }
            return;
        }
        if (object instanceof Map<?, ?> || !object.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            return;
        }
        for (var method : object.getClass().getMethods()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() != 0) {
                continue;
            }
            Object value = method.invoke(object);
            if (method.getName().equals("getAdditionalProperties")) {
                for (Object field : ((Map<?, ?>) value).keySet()) {
                    System.err.println(path + ": unknown field " + field);
                    faults++;
                }
            } else if (!method.getName().equals("getClass")) {
                walk(path + "." + method.getName().substring(3), value, seen);
            }
        }
    }
}
