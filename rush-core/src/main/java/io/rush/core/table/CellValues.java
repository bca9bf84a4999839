package io.rush.core.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands cells out as values that a caller may do anything with. */
final class CellValues {
    private CellValues() {}

    /** The value of a slot, or empty where it is absent or null. */
    static Optional<Object> at(Cells cells, int slot) {
        return Optional.ofNullable(shared(cells, slot)).map(CellValues::detached);
    }

    /** The value of a slot for reading only, or null where it is absent or null. */
    static @Nullable Object shared(Cells cells, int slot) {
        return switch (cells.tag(slot)) {
            case Cells.DOUBLE -> (Object) cells.doubleAt(slot);
            case Cells.LONG -> (Object) cells.longAt(slot);
            case Cells.OBJECT -> cells.object(slot);
            default -> null;
        };
    }

    /** Bytes are the only values that can be changed: they are copied, however deep they stand. */
    private static Object detached(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        } else if (value instanceof List<?> list && holdsBytes(list)) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(element == null ? null : detached(element)));
            return Collections.unmodifiableList(copy);
        } else if (value instanceof Map<?, ?> map && holdsBytes(map)) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, member == null ? null : detached(member)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }

    private static boolean holdsBytes(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(CellValues::holdsBytes);
        } else if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(CellValues::holdsBytes);
        }
        return value instanceof byte[];
    }
}
