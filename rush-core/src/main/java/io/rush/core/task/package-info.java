/** Tasks through their states. */
@NullMarked
package io.rush.core.task;

import org.jspecify.annotations.NullMarked;
