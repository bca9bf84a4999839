package io.rush.api;

import java.util.HashMap;
import java.util.Map;

/** Values of settings, each its initial one until another is given. Immutable. */
final class Settings {
    private static final Settings INITIAL = new Settings(Map.of());

    private final Map<Setting<?>, Object> given;

    private Settings(Map<Setting<?>, Object> given) {
        this.given = given;
    }

    static Settings initial() {
        return INITIAL;
    }

    /** A copy in which one setting has that value. */
    <T> Settings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new HashMap<>(given);
        changed.put(setting, value);
        return new Settings(Map.copyOf(changed));
    }

    @SuppressWarnings("unchecked") // what was put under a setting has the setting's type
    <T> T get(Setting<T> setting) {
        return (T) given.getOrDefault(setting, setting.initial());
    }
}
