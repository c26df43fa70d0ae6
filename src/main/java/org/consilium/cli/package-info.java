/** The command line: one picocli command a file, over the same services as the window. */
@NullMarked
package org.consilium.cli;

import org.jspecify.annotations.NullMarked;
