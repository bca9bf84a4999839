/** What is logged in this JVM, and which worker it belongs to; knows nothing of Redis. */
@NullMarked
package io.rush.core.capture;

import org.jspecify.annotations.NullMarked;
