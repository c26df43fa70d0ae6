package org.consilium.importing.fhir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.job.Progress;

/** What a reader found. */
final class Collected implements PatientSink {
    final List<Timeline> patients = new ArrayList<>();
    final Map<String, Integer> skipped = new TreeMap<>();
    final List<ImportIssue> rejected = new ArrayList<>();
    final List<ImportIssue> noted = new ArrayList<>();

    static Collected read(Path... paths) throws IOException, ImportException {
        Collected collected = new Collected();
        new FhirReader().read(List.of(paths), collected, Progress.NONE);
        return collected;
    }

    Timeline only() {
        if (patients.size() != 1) {
            throw new AssertionError("not one patient but " + patients.size());
        }
        return patients.getFirst();
    }

    /** The one event with that code. */
    ClinicalEvent event(String code) {
        List<ClinicalEvent> found =
                only().events().stream()
                        .filter(event -> event.concept().code().equals(code))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one event but " + found.size() + ": " + code);
        }
        return found.getFirst();
    }

    @Override
    public void patient(Timeline timeline) {
        patients.add(timeline);
    }

    @Override
    public void skipped(String type) {
        skipped.merge(type, 1, Integer::sum);
    }

    @Override
    public void rejected(ImportIssue issue) {
        rejected.add(issue);
    }

    @Override
    public void noted(ImportIssue issue) {
        noted.add(issue);
    }
}
