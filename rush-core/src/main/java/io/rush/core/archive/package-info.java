/** Reads tasks and keeps the finished ones. */
@NullMarked
package io.rush.core.archive;

import org.jspecify.annotations.NullMarked;
