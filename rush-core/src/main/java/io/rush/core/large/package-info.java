/** Values that are too large for Redis, as files with a reference. */
@NullMarked
package io.rush.core.large;

import org.jspecify.annotations.NullMarked;
