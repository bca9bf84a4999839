package io.rush.core.large;

import java.util.Locale;

/** What a large object belongs to, which says when it may be deleted. Each kind has a directory of its own. */
enum ObjectKind {
    /** Fields of tasks: inputs, outputs and extras. */
    TASKS,
    /** Arguments of starts. */
    STARTS,
    /** What users stored. */
    OBJECTS;

    String directory() {
        return name().toLowerCase(Locale.ROOT);
    }
}
