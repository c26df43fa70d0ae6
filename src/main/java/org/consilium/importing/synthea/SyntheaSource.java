package org.consilium.importing.synthea;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where the CSV files of one Synthea export are. */
interface SyntheaSource {
    /** The name a person knows it by, without its folder. */
    String name();

    /** Names of its CSV files, sorted. */
    List<String> files() throws IOException;

    /** Size in bytes as read. */
    long size(String file) throws IOException;

    InputStream open(String file) throws IOException;
}
