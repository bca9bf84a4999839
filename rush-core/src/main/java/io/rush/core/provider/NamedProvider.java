package io.rush.core.provider;

import java.security.CodeSource;
import java.util.Optional;

/** A provider that was found, under the name it gives itself. */
record NamedProvider<P>(String name, P provider) {
    /** The class and where it came from, for people who have it twice. */
    String origin() {
        Class<?> type = provider.getClass();
        Module module = type.getModule();
        String place = module.isNamed() ? "module " + module.getName() : location(type);
        return type.getName() + " (" + place + ")";
    }

    private static String location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString)
                .orElse("place unknown");
    }
}
