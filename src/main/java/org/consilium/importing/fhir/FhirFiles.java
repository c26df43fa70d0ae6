package org.consilium.importing.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.jspecify.annotations.Nullable;

/** Which files may hold FHIR, and in which order they are read, by names and beginnings. */
final class FhirFiles {
    /** What everything refers to first; then by name, so that no order of arguments matters. */
    private static final Comparator<FhirFile> ORDER =
            Comparator.comparingInt(FhirFile::rank)
                    .thenComparing(file -> file.file().name())
                    .thenComparing(file -> file.file().group());

    private static final List<String> FIRST =
            List.of("Patient", "Encounter", "Medication", "Condition");

    private FhirFiles() {}

    /** Whether it is FHIR for certain. */
    static boolean looksLikeFhir(InputFile file) throws IOException {
        return FileHead.of(file).type() != null;
    }

    /** Those that are to be read, in order; the names of the others go to the sink. */
    static List<FhirFile> of(Inputs inputs, PatientSink sink) throws IOException {
        List<FhirFile> found = new ArrayList<>();
        Set<String> syntheas = new HashSet<>();
        for (InputFile file : inputs.files()) {
            FileHead head = FileHead.of(file);
            if (!head.mayBeFhir() || isManifest(file, head)) {
                sink.skipped(file.name());
                continue;
            }
            found.add(new FhirFile(file, head.form(), rank(head.type()), head.isSyntheas()));
            if (head.isSyntheas() && head.form() == FhirFile.Form.LINES) {
                syntheas.add(file.group());
            }
        }
        // of an export in many files only that of the patients may say where they are from
        found.replaceAll(each ->
                each.form() == FhirFile.Form.LINES && syntheas.contains(each.file().group())
                        ? each.madeBySynthea()
                        : each);
        found.sort(ORDER);
        return found;
    }

    /** What a bulk export says of itself (FHIR Bulk Data Access, "Response - Complete Status"). */
    private static boolean isManifest(InputFile file, FileHead head) {
        return head.type() == null && file.plainName().equals("manifest.json");
    }

    private static int rank(@Nullable String type) {
        int rank = type == null ? -1 : FIRST.indexOf(type);
        return rank < 0 ? FIRST.size() : rank;
    }
}
