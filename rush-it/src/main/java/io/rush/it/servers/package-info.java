/** Real servers of every topology on the loopback interface; each ends with this JVM. */
@NullMarked
package io.rush.it.servers;

import org.jspecify.annotations.NullMarked;
