package org.consilium.app;

import java.nio.file.Path;
import java.util.List;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.job.Job;

/** Until the readers are here. */
final class NoImports implements ImportService {
    @Override
    public List<String> formats() {
        return List.of();
    }

    @Override
    public String detect(List<Path> paths) throws ImportException {
        throw new ImportException("No format is known yet.");
    }

    @Override
    public Job<ImportReport> importing(ImportRequest request) {
        return progress -> {
            throw new ImportException("No format is known yet.");
        };
    }
}
