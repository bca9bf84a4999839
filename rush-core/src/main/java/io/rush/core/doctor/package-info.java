/** Looks for what makes a Redis server lose work. */
@NullMarked
package io.rush.core.doctor;

import org.jspecify.annotations.NullMarked;
