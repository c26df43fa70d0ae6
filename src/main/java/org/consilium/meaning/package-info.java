/**
 * What recorded things mean, from sourced tables: units, levels of results, ingredients of
 * medicines. Knows the words of the clinic and nothing else of ours.
 */
@NullMarked
package org.consilium.meaning;

import org.jspecify.annotations.NullMarked;
