/** A store that needs no library, so that it can be any kind of jar: tests compile and pack its sources. */
@NullMarked
package io.rush.it.sockets;

import org.jspecify.annotations.NullMarked;
