/** What workers log: entries, tables of them, settings, and the interface of those who capture it from logging libraries. */
@NullMarked
package io.rush.api.log;

import org.jspecify.annotations.NullMarked;
