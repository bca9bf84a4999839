/** What is measured end to end: a class a figure. */
@NullMarked
package io.rush.bench.figure;

import org.jspecify.annotations.NullMarked;
