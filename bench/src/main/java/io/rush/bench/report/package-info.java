/** What was measured, as a table and as JSON. */
@NullMarked
package io.rush.bench.report;

import org.jspecify.annotations.NullMarked;
