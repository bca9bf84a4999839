/** Handles on a network and the facets they hand out. */
@NullMarked
package io.rush.api;

import org.jspecify.annotations.NullMarked;
