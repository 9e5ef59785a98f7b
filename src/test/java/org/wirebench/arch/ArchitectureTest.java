package org.wirebench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The architecture of the program holds, and each rule catches the fixture that breaks it. */
class ArchitectureTest {
  private static final String PROGRAM = "org.wirebench";
  private static final String FIXTURES = "org.wirebench.arch.fixture.";

  // Read once: JUnit makes an object for each test, and reading takes a second.
  private static final JavaClasses PROGRAM_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PROGRAM);

  private enum Rule {
    RULE1(ArchitectureRules::headlessCodeKnowsNoScreen),
    RULE2(ArchitectureRules::layersPointDownwards),
    RULE3(ArchitectureRules::toolsDoNotKnowEachOther),
    RULE4(ArchitectureRules::viewModelsKnowNoScene),
    RULE5(ArchitectureRules::threadsComeFromOnePlace),
    RULE6(ArchitectureRules::nothingIsHidden),
    RULE7(ArchitectureRules::packagesHaveNoCycles);

    private final Function<ArchitectureRules, ArchRule> rule;

    Rule(Function<ArchitectureRules, ArchRule> rule) {
      this.rule = rule;
    }

    ArchRule below(String root) {
      return rule.apply(new ArchitectureRules(root));
    }

    String fixture() {
      return FIXTURES + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theProgramKeeps(Rule rule) {
    rule.below(PROGRAM).check(PROGRAM_CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void theFixtureBreaks(Rule rule) {
    JavaClasses fixture = new ClassFileImporter().importPackages(rule.fixture());
    assertThat(fixture).as("classes of the fixture").isNotEmpty();
    assertThatThrownBy(() -> rule.below(rule.fixture()).check(fixture))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  /** A rule of several parts stops nothing where one part is lost, so each has its own fixture. */
  @ParameterizedTest
  @CsvSource({
    "RULE2, fx.Knowing",
    "RULE2, shell.Choosy",
    "RULE2, core.Whole",
    "RULE3, tool.beta.Beta",
    "RULE3, core.Choosing",
    "RULE5, core.Threaded",
    "RULE5, core.Constructing",
    "RULE5, core.Pooled",
    "RULE5, core.Bridging",
    "RULE6, core.Hidden",
    "RULE6, core.Changing",
    "RULE6, core.Single",
    "RULE6, core.Printing",
    "RULE6, core.Tracing",
    "RULE6, core.Sleeping",
  })
  void eachPartOfARuleCatches(Rule rule, String broken) {
    String name = rule.fixture() + "." + broken;
    JavaClasses fixture = new ClassFileImporter().importPackages(rule.fixture());
    assertThat(fixture.contain(name)).as(name).isTrue();

    EvaluationResult result = rule.below(rule.fixture()).evaluate(fixture);

    assertThat(result.getFailureReport().getDetails())
        .as("violations by " + name)
        .anyMatch(detail -> detail.contains("<" + name) || detail.contains(name + "."));
  }

  @Test
  void theRulesSawTheWholeProgram() {
    var packages =
        PROGRAM_CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toUnmodifiableSet());
    assertThat(packages)
        .contains(
            "org.wirebench.core.job",
            "org.wirebench.core.net",
            "org.wirebench.core.wire",
            "org.wirebench.cli",
            "org.wirebench.fx",
            "org.wirebench.shell",
            "org.wirebench.app")
        .hasSizeGreaterThanOrEqualTo(15);
  }
}
