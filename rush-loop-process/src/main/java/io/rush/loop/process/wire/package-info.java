/** What a worker's JVM and its children say to each other: framed messages over a socket in a private directory. */
@NullMarked
package io.rush.loop.process.wire;

import org.jspecify.annotations.NullMarked;
