/** How rush finds its store and its loop. */
@NullMarked
package io.rush.core.provider;

import org.jspecify.annotations.NullMarked;
