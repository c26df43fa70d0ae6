package org.consilium.recommend.safety;

import org.consilium.clinical.Sex;

/** What the kidneys filter, estimated from creatinine. */
final class KidneyFunction {
    private KidneyFunction() {}

    /**
     * CKD-EPI 2021 without race (Inker et al., N Engl J Med 2021, doi 10.1056/NEJMoa2102953): 142 x
     * min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age x 1.012 for women; k .7 and a -.241 for
     * women, .9 and -.302 for men. For adults.
     *
     * @param creatinine mg/dL, in serum, plasma or blood
     * @param age whole years, from 18
     * @param sex female or male
     * @return mL/min/1.73 m2
     */
    static double ckdEpi2021(double creatinine, int age, Sex sex) {
        boolean female = sex == Sex.FEMALE;
        double relative = creatinine / (female ? .7 : .9);
        return 142
                * Math.pow(Math.min(relative, 1), female ? -.241 : -.302)
                * Math.pow(Math.max(relative, 1), -1.2)
                * Math.pow(.9938, age)
                * (female ? 1.012 : 1);
    }

    /**
     * Bedside Schwartz equation for children (Schwartz et al., J Am Soc Nephrol 2009, doi
     * 10.1681/ASN.2008030287): .413 x height / Scr.
     *
     * @param creatinine mg/dL
     * @param height cm
     * @return mL/min/1.73 m2
     */
    static double bedsideSchwartz(double creatinine, double height) {
        return .413 * height / creatinine;
    }

    /**
     * Creatinine clearance by Cockcroft and Gault (Nephron 1976, doi 10.1159/000180580): (140 -
     * age) x weight / (72 x Scr), x .85 for women. For adults.
     *
     * @param creatinine mg/dL
     * @param age whole years, from 18
     * @param weight kg, as measured
     * @param sex female or male
     * @return mL/min
     */
    static double cockcroftGault(double creatinine, int age, double weight, Sex sex) {
        double clearance = (140 - age) * weight / (72 * creatinine);
        return Math.max(0, sex == Sex.FEMALE ? .85 * clearance : clearance);
    }
}
