/**
 * A real Redis server of this JVM, for development and tests only: it listens on the loopback interface, keeps its data
 * in a temporary directory, and ends with the JVM. It runs the {@code redis-server} found on the search path; where there
 * is none, a bundled Redis 7.0.15, which was built in 2024 and gets no security fixes.
 */
@NullMarked
package io.rush.embedded;

import org.jspecify.annotations.NullMarked;
