package energy.sem.ingest.meter;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** {@link DeviceKind} as the column holds it. */
@Converter(autoApply = true)
public class DeviceKindColumn implements AttributeConverter<DeviceKind, String> {

    @Override
    public String convertToDatabaseColumn(DeviceKind kind) {
        return kind == null ? null : kind.word();
    }

    @Override
    public DeviceKind convertToEntityAttribute(String word) {
        return word == null ? null : DeviceKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
