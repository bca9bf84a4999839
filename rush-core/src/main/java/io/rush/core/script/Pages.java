package io.rush.core.script;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts lists into pages that one script call handles. */
public final class Pages {
    private Pages() {}

    /** The pages of a list in order, each of at most {@link NetworkStore#PAGE} elements; views, not copies. */
    public static <T> List<List<T>> of(List<T> all) {
        int pages = (all.size() + NetworkStore.PAGE - 1) / NetworkStore.PAGE;
        return IntStream.range(0, pages)
                .mapToObj(page ->
                        all.subList(page * NetworkStore.PAGE, Math.min(all.size(), (page + 1) * NetworkStore.PAGE)))
                .toList();
    }
}
