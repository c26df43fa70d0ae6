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
import org.consilium.tuning.LearningPoint;
import org.consilium.tuning.MembershipTest;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MovedWeight;
import org.consilium.tuning.PatientGroup;
import org.consilium.tuning.Preset;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.ReliabilityCurve;
import org.consilium.tuning.RunFindings;
import org.consilium.tuning.evaluation.Calibration;
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
                moved,
                reliability(),
                learning());
    }

    private static List<ReliabilityCurve> reliability() {
        return List.of(curve("before", .72, .061), curve("after", .94, .018));
    }

    /**
     * @param kept what part of a probability is observed
     */
    private static ReliabilityCurve curve(String model, double kept, double within) {
        List<Calibration.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < 10; bin++) {
            double mean = (bin + .45) / 10;
            bins.add(
                    new Calibration.Bin(
                            bin / 10., (bin + 1) / 10., 9000 / (bin + 1), mean, mean * kept));
        }
        return new ReliabilityCurve(
                model,
                new Calibration(.004, 26_361, bins),
                new Estimate(.004, .003, .006),
                new Estimate(within, within - .012, within + .014));
    }

    private static List<LearningPoint> learning() {
        List<LearningPoint> points = new ArrayList<>();
        for (int patients : new int[] {25, 50, 100}) {
            double tuned = .81 + .018 * Math.log(patients / 25.) / Math.log(2);
            double scratch = .52 + .09 * Math.log(patients / 25.) / Math.log(2);
            points.add(
                    new LearningPoint(
                            patients,
                            new Estimate(tuned, tuned - .013, tuned + .013),
                            new Estimate(scratch, scratch - .019, scratch + .019)));
        }
        return points;
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
