/** The child's side: creates the function, evaluates what it is sent, and ends with its worker. */
@NullMarked
package io.rush.loop.process.child;

import org.jspecify.annotations.NullMarked;
