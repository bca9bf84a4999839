/** How long work stands still when the primary of a Sentinel deployment dies. */
@NullMarked
package io.rush.bench.failover;

import org.jspecify.annotations.NullMarked;
