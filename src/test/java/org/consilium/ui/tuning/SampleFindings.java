package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Role;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FairnessMeasure;
import org.consilium.tuning.FairnessReport;
import org.consilium.tuning.GroupShare;
import org.consilium.tuning.MembershipTest;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MovedWeight;
import org.consilium.tuning.PatientGroup;
import org.consilium.tuning.Preset;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.RunFindings;
import org.consilium.tuning.factor.RateCurve;

/** Invented findings of a run. */
final class SampleFindings {
    private SampleFindings() {}

    /** Of women nothing changes; those of 65 to 79 fall behind. */
    static RunFindings findings() {
        FairnessReport.Gap steady =
                new FairnessReport.Gap(.80, .87, .01, .005, new Estimate(-.005, -.02, .01));
        FairnessReport.Gap worse =
                new FairnessReport.Gap(.79, .78, .02, .11, new Estimate(.09, .03, .15));
        List<FairnessReport.Group> groups =
                List.of(
                        new FairnessReport.Group(
                                List.of(new PatientGroup(PatientGroup.Dimension.SEX, "female")),
                                640,
                                26,
                                gaps(steady)),
                        new FairnessReport.Group(
                                List.of(new PatientGroup(PatientGroup.Dimension.AGE, "65-79")),
                                410,
                                22,
                                gaps(worse)));
        Map<Metric, Estimate> change = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            change.put(metric, new Estimate(.073, .052, .094));
        }
        List<MovedWeight> moved =
                List.of(
                        moved("Essential hypertension", "lisinopril", .4, 1.3),
                        moved("Diabetes mellitus type 2", "metformin", .9, 1.6),
                        moved("Smoker", "Colonoscopy", .3, -.2));
        return new RunFindings(
                SampleModels.BASE,
                change,
                new FairnessReport(groups, 14),
                new MembershipTest(
                        150, 50, new Estimate(.53, .44, .61), new Estimate(.50, .41, .58)),
                List.of(
                        new GroupShare(
                                new PatientGroup(PatientGroup.Dimension.SEX, "female"), 81, 150)),
                moved);
    }

    /** With a search for a learning rate. */
    static RecipeChoice recipe() {
        List<Double> rates = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (double power = -5; power < -.4; power += .1) {
            rates.add(Math.pow(10, power));
            losses.add(.03 - .012 / (1 + Math.exp(-4 * (power + 2.6))) + (power > -1 ? .02 : 0));
        }
        return new RecipeChoice(
                Preset.EXPERT,
                null,
                "Set by a person.",
                List.of(),
                new RateCurve(rates, losses, .002));
    }

    private static Map<FairnessMeasure, FairnessReport.Gap> gaps(FairnessReport.Gap gap) {
        Map<FairnessMeasure, FairnessReport.Gap> gaps = new EnumMap<>(FairnessMeasure.class);
        for (FairnessMeasure measure : FairnessMeasure.values()) {
            gaps.put(measure, gap);
        }
        return gaps;
    }

    private static MovedWeight moved(String fact, String item, double before, double after) {
        return new MovedWeight(
                new Concept(CodeSystem.SNOMED_CT, fact, fact),
                Role.CONDITION_ACTIVE,
                "",
                ItemKind.MEDICATION,
                new Concept(CodeSystem.RXNORM, item, item),
                before,
                after,
                63);
    }
}
