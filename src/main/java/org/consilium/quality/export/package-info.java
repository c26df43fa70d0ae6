/** The quality report as files: JSON, and PDF by Apache PDFBox. */
@NullMarked
package org.consilium.quality.export;

import org.jspecify.annotations.NullMarked;
