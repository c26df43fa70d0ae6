/**
 * The files of an import as readers see them: folders walked, archives opened, gzip unpacked, and
 * every limit against hostile input kept in one place.
 */
@NullMarked
package org.consilium.importing.source;

import org.jspecify.annotations.NullMarked;
