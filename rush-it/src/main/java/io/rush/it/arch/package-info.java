/** Rules that extensions of rush keep, for the tests of their authors. */
@NullMarked
package io.rush.it.arch;

import org.jspecify.annotations.NullMarked;
