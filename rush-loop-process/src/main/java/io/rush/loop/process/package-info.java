/** The loop that evaluates tasks in child JVMs of the worker; found by its name, never called directly. */
@NullMarked
package io.rush.loop.process;

import org.jspecify.annotations.NullMarked;
