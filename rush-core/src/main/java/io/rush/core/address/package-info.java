/** Reads the URLs that say where Redis is. */
@NullMarked
package io.rush.core.address;

import org.jspecify.annotations.NullMarked;
