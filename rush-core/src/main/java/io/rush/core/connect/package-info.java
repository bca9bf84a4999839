/** From a configuration to an open connection. */
@NullMarked
package io.rush.core.connect;

import org.jspecify.annotations.NullMarked;
