/** What the contract kits share: a server and networks on it. */
@NullMarked
package io.rush.it.kit;

import org.jspecify.annotations.NullMarked;
