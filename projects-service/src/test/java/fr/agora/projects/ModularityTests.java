package fr.agora.projects;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages know each other in one direction only. */
@AnalyzeClasses(packages = "fr.agora.projects", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTests {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("fr.agora.projects.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aUseCaseKnowsNeitherServletsNorPagesNorBrokers = noClasses()
            .that()
            .resideInAPackage("fr.agora.projects.usecase")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.agora.projects.usecase.web..",
                    "fr.agora.projects.importing..",
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.springframework.amqp..",
                    "fr.agora.platform.ui..");

    @ArchTest
    static final ArchRule copiesAndVocabulariesKnowNoUseCase = noClasses()
            .that()
            .resideInAnyPackage("fr.agora.projects.copies", "fr.agora.projects.reference")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.agora.projects.usecase..");
}
