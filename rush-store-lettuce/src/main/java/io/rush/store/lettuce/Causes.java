package io.rush.store.lettuce;

import java.util.List;
import java.util.stream.Stream;

/** Looks behind an exception, suppressed ones too. */
final class Causes {
    private Causes() {}

    static boolean contains(Throwable thrown, Class<? extends Throwable> type) {
        return behind(thrown).anyMatch(type::isInstance);
    }

    /** The message nearest to the socket. */
    static String deepest(Throwable thrown) {
        List<Throwable> all = behind(thrown).toList();
        Throwable last = all.get(all.size() - 1);
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }

    private static Stream<Throwable> behind(Throwable thrown) {
        Stream<Throwable> causes = Stream.ofNullable(thrown.getCause());
        Stream<Throwable> suppressed = Stream.of(thrown.getSuppressed());
        return Stream.concat(
                Stream.of(thrown), Stream.concat(causes, suppressed).flatMap(Causes::behind));
    }
}
