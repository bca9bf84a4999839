/** How rush finds its store and its loop, and reads the address of a server. */
@NullMarked
package io.rush.core.provider;

import org.jspecify.annotations.NullMarked;
