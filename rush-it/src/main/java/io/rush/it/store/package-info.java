/** The contract of stores, as tests. */
@NullMarked
package io.rush.it.store;

import org.jspecify.annotations.NullMarked;
