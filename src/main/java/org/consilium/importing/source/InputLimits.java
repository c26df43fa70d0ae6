package org.consilium.importing.source;

import org.consilium.importing.ImportException;

/**
 * What a set of files may be before it is refused. Clinical text deflates to a tenth or a
 * thirtieth; two hundred to one is an attack, not an export.
 *
 * @param files most files and archive entries
 * @param depth most folders within each other
 * @param ratio most bytes unpacked for a byte packed, over a whole archive or gzip file
 * @param unpackedFree bytes that any archive may unpack to, whatever its ratio
 */
public record InputLimits(int files, int depth, int ratio, long unpackedFree) {
    public static final InputLimits DEFAULT = new InputLimits(200_000, 8, 200, 64L << 20);

    void requireFew(int count) throws ImportException {
        if (count > files) {
            throw new ImportException(
                    "There are more than %,d files: bring them in several parts.".formatted(files));
        }
    }

    long mostUnpacked(long packed) {
        return unpackedFree + ratio * packed;
    }
}
