package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.importing.ImportIssue;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * HAPI as the oracle of what a resource says: id, subject, status, codes, dates and values of every
 * resource that is used. Where we differ the difference is listed in docs/decisions, with why.
 */
class HapiOracleTest {
    private static final Path LISTED = Path.of("docs/decisions/0010-fhir-reading.md");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private final IParser hapi =
            FhirContext.forR4Cached()
                    .newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false));
    private final Map<String, String> differences = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();
    private int compared;
    private long contained;

    @Test
    void whatAResourceSaysIsWhatHapiReads() throws Exception {
        Corpus.each(Corpus.EXAMPLES, name -> !name.startsWith("json/bulk-data/"), this::compare);
        Corpus.each(Corpus.TEST_CASES, name -> name.contains("/r4/"), this::compare);
        Set<String> listed =
                new TreeSet<>(
                        KEY.matcher(Files.readString(LISTED))
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .toList());
        Map<String, String> unlisted = new TreeMap<>(differences);
        unlisted.keySet().removeAll(listed);
        assertThat(unlisted).as("differences that are not listed in " + LISTED).isEmpty();
        assertThat(types).containsAll(Mappers.EVENTS.keySet()).contains("Patient", "Encounter");
        assertThat(compared).isGreaterThan(300);
        assertThat(contained).isPositive();
    }

    /** The examples have nearly no such reports. */
    @Test
    void resultsInsideAReportAreThoseThatHapiReads() throws Exception {
        String report =
                """
                {'resourceType':'DiagnosticReport','id':'r','status':'final',
                 'meta':{'versionId':'3','lastUpdated':'2024-02-03T04:05:06.789+01:00'},
                 'contained':[
                  {'resourceType':'Observation','id':'a','status':'final','code':{'coding':[
                    {'system':'http://loinc.org','code':'2951-2','display':'Sodium'}]},
                   'valueQuantity':{'value':140,'unit':'mmol/L'}},
                  {'resourceType':'Observation','id':'b','status':'final','code':{'text':'Pressure'},
                   'effectiveDateTime':'2024-02-01T08:00:00+01:00','component':[
                    {'code':{'text':'Systolic'},'valueQuantity':{'value':120,'unit':'mm[Hg]'}},
                    {'code':{'text':'Diastolic'},'valueQuantity':{'value':80,'unit':'mm[Hg]'}}]},
                  {'resourceType':'Observation','id':'c','status':'final','code':{'text':'Culture'},
                   'valueCodeableConcept':{'coding':[
                    {'system':'http://snomed.info/sct','code':'260385009','display':'Negative'}]}},
                  {'resourceType':'Observation','id':'d','status':'final','code':{'text':'Smear'}},
                  {'resourceType':'Specimen','id':'s'}],
                 'code':{'text':'Panel'},'effectiveDateTime':'2024-02-02T10:00:00+01:00',
                 'subject':{'identifier':{'system':'urn:oid:1.2.3','value':'7'}},
                 'encounter':{'reference':'Encounter/v'}}\
                """;
        compare("report.json", report.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(differences).containsOnlyKeys("DiagnosticReport", "Observation (no value)");
        assertThat(contained).isEqualTo(3);
    }

    /** Of the examples' goals most have numbers that are too long for us. */
    @Test
    void targetsOfAGoalAreThoseThatHapiReads() throws Exception {
        String goal =
                """
                {'resourceType':'Goal','id':'g','lifecycleStatus':'on-hold',
                 'description':{'text':'Less weight'},'subject':{'reference':'Patient/p'},
                 'startDate':'2024-02-03','statusDate':'2024-03','target':[
                  {'measure':{'text':'Weight'},'detailQuantity':{'value':70.5,'unit':'kg'},
                   'dueDate':'2025-01'},
                  {'measure':{'text':'Waist'},'detailRange':{'low':{'value':80},
                   'high':{'value':95,'unit':'cm'}},'dueDuration':{'value':6,'unit':'months'}},
                  {'measure':{'text':'Walks'},'detailString':'alone'},
                  {'measure':{'text':'Titre'},'detailRatio':{'numerator':{'value':1},
                   'denominator':{'value':128}}}]}\
                """;
        compare("goal.json", goal.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(differences).isEmpty();
        assertThat(types).containsExactly("Goal");
    }

    private void compare(String name, byte[] content) throws Exception {
        FileContent ours = new FileContent(name, false, full -> {});
        boolean readable = true;
        try {
            new ResourceParser().readDocument(new ByteArrayInputStream(content), ours);
        } catch (MalformedJsonException e) {
            readable = false;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        var type = Pattern.compile("\"resourceType\"\\s*:\\s*\"(\\w+)\"").matcher(text);
        if (!type.find() || !Mappers.uses(type.group(1))) {
            return;
        }
        Resource theirs = parsed(text);
        if (theirs == null || !readable) {
            if (theirs != null) {
                note(type.group(1) + ": not read", name);
            }
            return;
        }
        compared++;
        contained += HapiReading.contained(ours);
        types.add(theirs.fhirType());
        for (String label : ours.unusedByType().keySet()) {
            note(label, name);
        }
        for (ImportIssue issue : ours.issues()) {
            note("%s.%s rejected".formatted(issue.resource(), issue.field()), name);
        }
        List<String> found = new ArrayList<>(HapiReading.differences(ours, theirs));
        found.forEach(each -> note(each, name));
    }

    private @Nullable Resource parsed(String text) {
        try {
            IBaseResource resource = hapi.parseResource(text);
            return resource instanceof Resource r4 ? r4 : null;
        } catch (RuntimeException e) {
            return null; // what HAPI does not read it can't say anything about
        }
    }

    private void note(String key, String file) {
        differences.merge(
                key, file, (first, second) -> first.contains("...") ? first : first + " ...");
    }
}
