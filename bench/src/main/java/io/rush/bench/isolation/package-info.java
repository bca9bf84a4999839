/** What it costs to evaluate tasks in JVMs of their own. */
@NullMarked
package io.rush.bench.isolation;

import org.jspecify.annotations.NullMarked;
