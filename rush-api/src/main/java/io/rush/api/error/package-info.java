/** What rush throws. */
@NullMarked
package io.rush.api.error;

import org.jspecify.annotations.NullMarked;
