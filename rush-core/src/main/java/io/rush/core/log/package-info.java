/** The log of a network in Redis: how a worker writes what was captured, and how it is read. */
@NullMarked
package io.rush.core.log;

import org.jspecify.annotations.NullMarked;
