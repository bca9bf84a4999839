/** The interfaces a Redis client and a Redis server implement for rush. */
@NullMarked
package io.rush.api.store;

import org.jspecify.annotations.NullMarked;
