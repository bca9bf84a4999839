/** A store written from nothing but sockets: a sample of what a store provider has to do. */
@NullMarked
package io.rush.examples.store;

import org.jspecify.annotations.NullMarked;
