/** The contract of worker loops that evaluate a function, as tests. */
@NullMarked
package io.rush.it.loop;

import org.jspecify.annotations.NullMarked;
