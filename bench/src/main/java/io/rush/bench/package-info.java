/** Programs that measure rush: end to end against bare Redis, and in memory. */
@NullMarked
package io.rush.bench;

import org.jspecify.annotations.NullMarked;
