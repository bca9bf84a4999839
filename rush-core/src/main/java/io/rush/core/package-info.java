/** Where the implementation is put together. */
@NullMarked
package io.rush.core;

import org.jspecify.annotations.NullMarked;
