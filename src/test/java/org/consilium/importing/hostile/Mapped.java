package org.consilium.importing.hostile;

import org.consilium.importing.ImportException;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.importing.mapping.MappingJson;

/**
 * A mapping that nobody spoiled, for content that somebody did: people, and what was recorded of
 * them in long form; results without a header row, with decimal commas and ages.
 */
final class Mapped {
    static final ColumnMapping MAPPING = read();

    private Mapped() {}

    private static ColumnMapping read() {
        try {
            return MappingJson.read(
                    "ward.json",
                    """
                    {"version": 1, "name": "ward", "tables": [
                      {"file": "people*.csv",
                       "patient": {"id": "mrn", "birthDate": "born", "sex": {"column": "sex"}}},
                      {"file": "visits*.csv", "dates": {"when": "dd/MM/yyyy"}, "date": {"column": "when"},
                       "patient": {"id": "mrn"}, "visit": {"by": "day"}, "empty": ["NA"],
                       "events": [{"kind": {"column": "kind", "words": {"dx": "condition"}},
                                   "display": {"column": "name"}, "value": "result"}]},
                      {"file": "labs*.csv", "noHeader": true, "separator": ";", "decimalComma": true,
                       "patient": {"id": "1", "age": "2", "sex": {"column": "3", "words": {"w": "female"}}},
                       "visit": {"by": "column", "id": "4", "start": "5", "type": {"column": "4"}},
                       "events": [{"kind": {"fixed": "observation"}, "system": {"column": "6"},
                                   "code": {"column": "7"}, "value": "8", "unit": {"column": "9"},
                                   "low": "10", "high": "11", "category": {"fixed": "laboratory"}},
                                  {"kind": {"fixed": "condition"}, "display": {"fixed": "Diabetes"},
                                   "present": "12", "presentWords": ["yes"]}]}]}
                    """);
        } catch (ImportException e) {
            throw new IllegalStateException(e);
        }
    }
}
