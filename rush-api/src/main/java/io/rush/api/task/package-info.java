/** Tasks as values: what is pushed, evaluated and read back. */
@NullMarked
package io.rush.api.task;

import org.jspecify.annotations.NullMarked;
