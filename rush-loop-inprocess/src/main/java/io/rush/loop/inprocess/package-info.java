/** The loop that evaluates tasks in the worker's own JVM; found by its name, never called directly. */
@NullMarked
package io.rush.loop.inprocess;

import org.jspecify.annotations.NullMarked;
