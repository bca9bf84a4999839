/** JMH benchmarks of what runs in memory alone. */
@NullMarked
package io.rush.bench.memory;

import org.jspecify.annotations.NullMarked;
