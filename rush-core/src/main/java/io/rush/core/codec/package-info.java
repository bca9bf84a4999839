/** Values as JSON and back, exactly; records as named values. The only place that sees Jackson. */
@NullMarked
package io.rush.core.codec;

import org.jspecify.annotations.NullMarked;
