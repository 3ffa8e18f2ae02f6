package fr.agora.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages know each other in one direction only. */
@AnalyzeClasses(packages = "fr.agora.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTests {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("fr.agora.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule anOfferKnowsNeitherServletsNorPagesNorBrokers = noClasses()
            .that()
            .resideInAPackage("fr.agora.jobs.offer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.agora.jobs.offer.web..",
                    "fr.agora.jobs.importing..",
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.springframework.amqp..",
                    "fr.agora.platform.ui..");

    @ArchTest
    static final ArchRule copiesAndVocabulariesKnowNoOffer = noClasses()
            .that()
            .resideInAnyPackage("fr.agora.jobs.copies", "fr.agora.jobs.reference")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.agora.jobs.offer..");
}
