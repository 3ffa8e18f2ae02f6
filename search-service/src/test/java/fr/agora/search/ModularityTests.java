package fr.agora.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.agora.search", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTests {

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("fr.agora.search.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCatalogueKnowsNoEngineBrokerOrHttp = noClasses()
            .that()
            .resideInAPackage("..catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.opensearch..", "org.springframework..", "jakarta.servlet..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule onlyTheQueriesAndTheIndexSpeakToTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("..index..", "..query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opensearch..");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.agora.directory..",
                    "fr.agora.projects..",
                    "fr.agora.jobs..",
                    "fr.agora.gateway..",
                    "fr.agora.local..");
}
