/** The columnar form of tasks: chunks decoded once, and tables as views of them. */
@NullMarked
package io.rush.core.table;

import org.jspecify.annotations.NullMarked;
