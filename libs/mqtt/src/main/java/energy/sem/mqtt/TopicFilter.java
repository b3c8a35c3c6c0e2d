package energy.sem.mqtt;

/**
 * Which topics a subscription means: {@code +} is any one level, {@code #} at the end any number of levels (MQTT 5, 4.7).
 *
 * @param text as it is subscribed
 */
record TopicFilter(String text) {

    boolean matches(String topic) {
        String[] filter = text.split("/", -1);
        String[] levels = topic.split("/", -1);
        // What begins with $ is the broker's own and meant by no wildcard at the first level (4.7.2).
        if (topic.startsWith("$") && !filter[0].equals(levels[0])) {
            return false;
        }
        for (int i = 0; i < filter.length; i++) {
            // sport/# means sport too.
            if (filter[i].equals("#")) {
                return true;
            }
            if (i == levels.length || (!filter[i].equals("+") && !filter[i].equals(levels[i]))) {
                return false;
            }
        }
        return filter.length == levels.length;
    }
}
