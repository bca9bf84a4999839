/** The worker's side: starts children, hands them tasks, and tells how they ended. */
@NullMarked
package io.rush.loop.process.host;

import org.jspecify.annotations.NullMarked;
