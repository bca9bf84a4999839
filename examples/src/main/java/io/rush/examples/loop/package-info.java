/** A loop in a few lines: a sample of what a loop provider has to do. */
@NullMarked
package io.rush.examples.loop;

import org.jspecify.annotations.NullMarked;
