package org.consilium.importing.omop;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the vocabulary's tables what a cohort uses. The table of relationships, often the
 * largest file of all, is read only where it can help: when there are concepts that no table
 * explains, or concepts of the source without a standard one.
 */
final class VocabularyReader {
    private static final String MAPS_TO = "Maps to";

    private final List<InputFile> files;
    private final PatientSink sink;
    private final ByteProgress progress;

    VocabularyReader(List<InputFile> files, PatientSink sink, ByteProgress progress) {
        this.files = files;
        this.sink = sink;
        this.progress = progress;
    }

    Vocabulary read(ConceptReferences references, Set<Integer> others)
            throws ImportException, IOException {
        Vocabulary vocabulary = new Vocabulary();
        Set<Integer> wanted = new HashSet<>(others);
        Set<Integer> standards = new HashSet<>();
        Set<Integer> unmapped = new HashSet<>();
        for (ConceptReferences.Reference each : references.all()) {
            wanted.add(each.standard());
            wanted.add(each.source());
            if (each.standard() != 0) {
                standards.add(each.standard());
            } else {
                unmapped.add(each.source());
            }
        }
        concepts(vocabulary, wanted);
        mappings(vocabulary, vocabulary.unknown(standards), unmapped);
        Set<Integer> more = vocabulary.unknown(vocabulary.mapped());
        more.removeAll(wanted);
        concepts(vocabulary, more);
        return vocabulary;
    }

    private void concepts(Vocabulary vocabulary, Set<Integer> wanted)
            throws ImportException, IOException {
        wanted.remove(0);
        if (wanted.isEmpty()) {
            return;
        }
        for (InputFile file : filesOf(OmopTable.CONCEPT)) {
            new VocabularyTable(file, OmopTable.CONCEPT, sink)
                    .read(
                            progress,
                            cells -> {
                                Integer id = id(cells, "concept_id");
                                if (id != null && wanted.contains(id)) {
                                    put(vocabulary, id, cells);
                                }
                            });
        }
    }

    private static void put(Vocabulary vocabulary, int id, VocabularyTable.Cells cells) {
        String name = cells.get("concept_name");
        String code = cells.get("concept_code");
        String named = cells.get("vocabulary_id");
        String conceptClass = cells.get("concept_class_id");
        if (name != null && code != null && named != null) {
            vocabulary.put(
                    id,
                    new Vocabulary.Entry(
                            name, named, code, conceptClass == null ? "" : conceptClass));
        }
    }

    private void mappings(Vocabulary vocabulary, Set<Integer> unnamed, Set<Integer> unmapped)
            throws ImportException, IOException {
        if (unnamed.isEmpty() && unmapped.isEmpty()) {
            return;
        }
        for (InputFile file : filesOf(OmopTable.CONCEPT_RELATIONSHIP)) {
            new VocabularyTable(file, OmopTable.CONCEPT_RELATIONSHIP, sink)
                    .read(
                            progress,
                            cells -> {
                                Integer source = id(cells, "concept_id_1");
                                Integer standard = id(cells, "concept_id_2");
                                if (source != null
                                        && standard != null
                                        && !source.equals(standard)
                                        && (unmapped.contains(source) || unnamed.contains(standard))
                                        && MAPS_TO.equals(cells.get("relationship_id"))
                                        && cells.get("invalid_reason") == null) {
                                    vocabulary.putMapping(source, standard);
                                }
                            });
        }
    }

    private static @Nullable Integer id(VocabularyTable.Cells cells, String column) {
        String cell = cells.get(column);
        return cell == null ? null : OmopRow.conceptId(cell);
    }

    private List<InputFile> filesOf(OmopTable table) {
        return files.stream().filter(file -> OmopTable.of(file) == table).toList();
    }
}
