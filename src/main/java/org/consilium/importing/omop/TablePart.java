package org.consilium.importing.omop;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.consilium.importing.csv.Layout;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/**
 * A part of a table that a folder is called after.
 *
 * @param folder the folder's name
 * @param group of the folder in which that folder is, with the other tables
 */
record TablePart(InputFile file, String folder, String group, Layout layout) implements InputFile {

    @Override
    public String name() {
        return folder + "/" + file.name();
    }

    /** As if the whole table were one file. */
    @Override
    public String plainName() {
        String name = folder.toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(csv|tsv|txt)") ? name : name + ".csv";
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public boolean isCut() {
        return file.isCut();
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        return file.open(progress, message);
    }

    /** How a file of a table is written. */
    static Layout layout(InputFile file) {
        return file instanceof TablePart part ? part.layout : Layout.DETECTED;
    }
}
