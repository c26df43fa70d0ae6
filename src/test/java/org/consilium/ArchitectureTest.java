package org.consilium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the rooms, as docs/decisions/0001 draws them. */
class ArchitectureTest {
    private static final String OURS = "org.consilium..";

    private static String room(String name) {
        return "org.consilium." + name + "..";
    }

    private static final ArchRule clinicalDependsOnNothingOfOurs =
            classes()
                    .that()
                    .resideInAPackage(room("clinical"))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(room("clinical"), "java..", "org.jspecify..");

    private static final ArchRule jobDependsOnTheJdkOnly =
            classes()
                    .that()
                    .resideInAPackage(room("job"))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(room("job"), "java..", "org.jspecify..");

    private static final ArchRule meaningKnowsTheWordsOfTheClinicOnly =
            noClasses()
                    .that()
                    .resideInAPackage("org.consilium.meaning..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            room("store"),
                            room("importing"),
                            room("recommend"),
                            room("tuning"),
                            room("plan"),
                            room("security"),
                            room("cohort"),
                            room("job"),
                            room("torch"),
                            room("ui"),
                            room("cli"),
                            room("app"));

    private static final ArchRule ucumInMeaningOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.consilium.meaning..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fhir..");

    private static final ArchRule csvKnowsNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(room("csv"))
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage(OURS)
                                    .and(JavaClass.Predicates.resideOutsideOfPackage(room("csv"))));

    private static final ArchRule filesKnowNothingOfOurs =
            classes()
                    .that()
                    .resideInAPackage(room("files"))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(room("files"), "java..", "org.jspecify..");

    /** So that no cell is written that a spreadsheet would run. */
    private static final ArchRule paperKnowsNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(room("paper"))
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage(OURS)
                                    .and(
                                            JavaClass.Predicates.resideOutsideOfPackage(
                                                    room("paper"))));

    private static final ArchRule csvIsWrittenInItsRoomOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(room("csv"))
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.apache.commons.csv.CSVPrinter");

    private static final ArchRule storeKnowsNoService =
            noClasses()
                    .that()
                    .resideInAPackage(room("store"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            room("importing"),
                            room("export"),
                            room("recommend"),
                            room("tuning"),
                            room("plan"),
                            room("security"),
                            room("cohort"),
                            room("quality"),
                            room("torch"),
                            room("ui"),
                            room("cli"),
                            room("app"));

    private static final ArchRule servicesDoNotKnowWhoCallsThem =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            room("importing"),
                            room("export"),
                            room("recommend"),
                            room("tuning"),
                            room("plan"),
                            room("security"),
                            room("cohort"),
                            room("quality"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(room("torch"), room("ui"), room("cli"), room("app"));

    private static final ArchRule uiAndCliUseServicesOnly =
            noClasses()
                    .that()
                    .resideInAnyPackage(room("ui"), room("cli"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(room("store"), room("torch"), room("app"));

    private static final ArchRule nobodyBuildsOnQuality =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            room("importing"),
                            room("recommend"),
                            room("tuning"),
                            room("plan"),
                            room("cohort"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(room("quality"));

    private static final ArchRule javafxInUiAndAppOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(room("ui"), room("app"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..");

    private static final ArchRule djlInTorchOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(room("torch"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    private static final ArchRule sqlInStoreOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(room("store"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..", "org.h2..");

    private static final ArchRule viewModelsHaveNoScene =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    private static final ArchRule noCyclesBetweenRooms =
            slices().matching("org.consilium.(*)..").should().beFreeOfCycles();

    private static final ArchRule featuresOfTheWindowMeetInCommonOnly =
            slices().matching("org.consilium.ui.(*)..").should().beFreeOfCycles();

    private static final ArchRule nobodyMakesThreadsOrPrints =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(room("cli"), room("job"), "org.consilium.ui.common..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .callMethodWhere(
                            JavaCall.Predicates.target(
                                    Predicates.With.<JavaClass>owner(
                                            JavaClass.Predicates.assignableTo(
                                                    Thread.Builder.class))))
                    .allowEmptyShould(true);

    private static final ArchRule noJavaSerialization =
            noClasses()
                    .that()
                    .resideInAPackage(OURS)
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.ObjectOutputStream");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.consilium");

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(RULES)
                .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }

    private static final ArchRule[] RULES = {
        clinicalDependsOnNothingOfOurs,
        jobDependsOnTheJdkOnly,
        meaningKnowsTheWordsOfTheClinicOnly,
        ucumInMeaningOnly,
        csvKnowsNothingOfOurs,
        filesKnowNothingOfOurs,
        paperKnowsNothingOfOurs,
        csvIsWrittenInItsRoomOnly,
        storeKnowsNoService,
        servicesDoNotKnowWhoCallsThem,
        uiAndCliUseServicesOnly,
        nobodyBuildsOnQuality,
        javafxInUiAndAppOnly,
        djlInTorchOnly,
        sqlInStoreOnly,
        viewModelsHaveNoScene,
        noCyclesBetweenRooms,
        featuresOfTheWindowMeetInCommonOnly,
        nobodyMakesThreadsOrPrints,
        noJavaSerialization
    };
}
