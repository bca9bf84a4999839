/** Functions in JVMs that a loop started. */
@NullMarked
package io.rush.core.child;

import org.jspecify.annotations.NullMarked;
