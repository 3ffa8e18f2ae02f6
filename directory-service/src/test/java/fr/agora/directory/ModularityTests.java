package fr.agora.directory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.agora", importOptions = DoNotIncludeTests.class)
class ModularityTests {

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("fr.agora.directory.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule itemsKnowNeitherHttpNorTheBroker = noClasses()
            .that()
            .haveSimpleName("Organization")
            .or()
            .haveSimpleName("Member")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.amqp..");

    @ArchTest
    static final ArchRule noServiceImportsAnother = noClasses()
            .that()
            .resideInAPackage("fr.agora.directory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.agora.projects..", "fr.agora.jobs..", "fr.agora.search..", "fr.agora.gateway..");
}
