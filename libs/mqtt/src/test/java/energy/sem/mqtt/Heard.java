package energy.sem.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers all that a connection tells, and what it receives. */
final class Heard implements MqttListener {
    final List<MqttVersion> connected = new CopyOnWriteArrayList<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    final List<MqttMessage> messages = new CopyOnWriteArrayList<>();

    @Override
    public void connected(MqttVersion version) {
        connected.add(version);
    }

    @Override
    public void trouble(String words) {
        troubles.add(words);
    }

    List<String> texts(String topic) {
        return messages.stream()
                .filter(each -> each.topic().equals(topic))
                .map(MqttMessage::text)
                .toList();
    }
}
