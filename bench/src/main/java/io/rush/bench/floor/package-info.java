/** The floor: the same commands sent by a client that does nothing but write bytes and read replies. */
@NullMarked
package io.rush.bench.floor;

import org.jspecify.annotations.NullMarked;
