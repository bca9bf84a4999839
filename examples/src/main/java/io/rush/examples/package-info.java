/** Small programs that run from a clean clone with one command each; see the README. */
@NullMarked
package io.rush.examples;

import org.jspecify.annotations.NullMarked;
