/** The network's book of workers in Redis. */
@NullMarked
package io.rush.core.worker;

import org.jspecify.annotations.NullMarked;
