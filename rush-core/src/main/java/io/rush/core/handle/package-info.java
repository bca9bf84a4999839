/** The handles of controllers and workers, and what they hand out. */
@NullMarked
package io.rush.core.handle;

import org.jspecify.annotations.NullMarked;
