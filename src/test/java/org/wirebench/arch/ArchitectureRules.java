package org.wirebench.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seven rules of the architecture for the classes below one package.
 *
 * <p>The package is a parameter so that each rule can be aimed at a fixture that breaks it.
 *
 * @param root the package all of whose sub-packages the rules speak of: {@code org.wirebench}
 */
record ArchitectureRules(String root) {
  private static final Pattern TOOL = Pattern.compile("\\.tool\\.([a-z0-9]+)(\\..*)?$");

  private static final Set<String> THREAD_MAKERS =
      Set.of(
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.StructuredTaskScope",
          "java.util.Timer");

  private static final List<String> IMMUTABLE =
      List.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.SequencedMap");

  private String in(String path) {
    return root + "." + path;
  }

  private String[] headlessPackages() {
    return new String[] {
      in("core.."),
      in("cli.."),
      in("tool.*.request.."),
      in("tool.*.service.."),
      in("tool.*.code.."),
      in("tool.*.lab.."),
      in("tool.*.curl.."),
      in("tool.*.har.."),
      in("terminal.engine..")
    };
  }

  /** Rule 1: what runs without a screen never needs one. */
  ArchRule headlessCodeKnowsNoScreen() {
    return noClasses()
        .that()
        .resideInAnyPackage(headlessPackages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "com.sun.javafx..",
            "java.awt..",
            "javax.swing..",
            in("fx.."),
            in("shell.."),
            in("app.."),
            in("tool.*.view.."),
            in("terminal.emoji.."),
            in("terminal.view.."))
        .because("the headless commands, the tests and other programs use it with no display")
        .allowEmptyShould(true);
  }

  /** Rule 2: the kit and the window know no tool, and only Main knows the whole. */
  ArchRule layersPointDownwards() {
    ArchRule kit =
        classes()
            .that()
            .resideInAPackage(in("fx.."))
            .should()
            .onlyDependOnClassesThat(notOfRootExcept("core..", "fx.."))
            .allowEmptyShould(true);
    ArchRule window =
        classes()
            .that()
            .resideInAPackage(in("shell.."))
            .should()
            .onlyDependOnClassesThat(notOfRootExcept("core..", "fx..", "shell.."))
            .allowEmptyShould(true);
    ArchRule whole =
        noClasses()
            .that()
            .resideOutsideOfPackage(in("app.."))
            .and()
            .doNotHaveFullyQualifiedName(in("Main"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("app.."))
            .allowEmptyShould(true);
    return CompositeArchRule.of(kit)
        .and(window)
        .and(whole)
        .because("a part that knows its users cannot be used by others");
  }

  private DescribedPredicate<JavaClass> notOfRootExcept(String... allowed) {
    String[] packages = new String[allowed.length];
    for (int i = 0; i < allowed.length; i++) {
      packages[i] = in(allowed[i]);
    }
    return not(resideInAPackage(root + ".."))
        .or(resideInAnyPackage(packages))
        .as("are of other libraries or of " + String.join(", ", allowed));
  }

  /** Rule 3: tools do not know each other, and only one class lists them. */
  ArchRule toolsDoNotKnowEachOther() {
    ArchRule apart =
        slices().assignedFrom(toolSlices()).should().notDependOnEachOther().allowEmptyShould(true);
    ArchRule listedOnce =
        noClasses()
            .that()
            .resideOutsideOfPackage(in("tool.."))
            .and()
            .doNotHaveFullyQualifiedName(in("app.Tools"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("tool.."))
            .allowEmptyShould(true);
    return CompositeArchRule.of(apart)
        .and(listedOnce)
        .because("adding a tool changes one line outside of its folder");
  }

  private SliceAssignment toolSlices() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        Matcher tool = TOOL.matcher(name.startsWith(root) ? name : "");
        return tool.find() ? SliceIdentifier.of(tool.group(1)) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "tools";
      }
    };
  }

  /** Rule 4: view models are tested with no screen. */
  ArchRule viewModelsKnowNoScene() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat(
            resideInAPackage("javafx..")
                .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..")))
                .as("are of JavaFX beyond beans and collections"))
        .because("a view model that needs a stage cannot be tested without one")
        .allowEmptyShould(true);
  }

  /** Rule 5: one way to the FX thread, one maker of threads. */
  ArchRule threadsComeFromOnePlace() {
    ArchRule bridge =
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .doNotHaveFullyQualifiedName(in("fx.FxThread"))
            .should()
            .callMethodWhere(
                describe(
                    "Platform.runLater is called",
                    (JavaMethodCall call) ->
                        call.getTargetOwner().getName().equals("javafx.application.Platform")
                            && call.getName().equals("runLater")))
            .allowEmptyShould(true);
    ArchRule makers =
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackage(in("core.job.."))
            .should()
            .callMethodWhere(describe("a thread is made", ArchitectureRules::makesThread))
            .orShould()
            .callConstructorWhere(
                describe(
                    "a thread is made",
                    (JavaConstructorCall call) ->
                        call.getTargetOwner().isAssignableTo(Thread.class)
                            || THREAD_MAKERS.contains(call.getTargetOwner().getName())))
            .allowEmptyShould(true);
    return CompositeArchRule.of(bridge)
        .and(makers)
        .because("a thread that one place made is one that it can name, cancel and count");
  }

  private static boolean makesThread(JavaMethodCall call) {
    AccessTarget.MethodCallTarget target = call.getTarget();
    String owner = target.getOwner().getName();
    boolean ofThread =
        owner.equals("java.lang.Thread")
            && Set.of("ofVirtual", "ofPlatform", "startVirtualThread").contains(target.getName());
    boolean inCommonPool =
        owner.equals("java.util.concurrent.CompletableFuture")
            && target.getName().endsWith("Async");
    return ofThread || inCommonPool || THREAD_MAKERS.contains(owner);
  }

  /** Rule 6: no hidden state, no hidden output, no waiting by sleeping. */
  ArchRule nothingIsHidden() {
    ArchRule state =
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + "..")
            .and()
            .areStatic()
            .should(beConstant())
            .allowEmptyShould(true);
    ArchRule singletons =
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + "..")
            .and()
            .areStatic()
            .should()
            .notHaveName("getInstance")
            .allowEmptyShould(true);
    ArchRule output =
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(in("cli.."), in("bench.."))
            .should()
            .accessFieldWhere(
                describe(
                    "System.out or System.err is used",
                    access ->
                        access.getTargetOwner().getName().equals("java.lang.System")
                            && Set.of("out", "err").contains(access.getName())))
            .allowEmptyShould(true);
    ArchRule traces =
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .callMethodWhere(
                describe(
                    "a stack trace is printed",
                    (JavaMethodCall call) ->
                        call.getName().equals("printStackTrace")
                            && call.getTargetOwner().isAssignableTo(Throwable.class)
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .allowEmptyShould(true);
    ArchRule sleeping =
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackage(in("core.job.."))
            .should()
            .callMethodWhere(
                describe(
                    "a thread sleeps",
                    (JavaMethodCall call) ->
                        call.getName().equals("sleep")
                            && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                || HasOwner.Predicates.With.<JavaClass>owner(
                                        JavaClass.Predicates.type(
                                            java.util.concurrent.TimeUnit.class))
                                    .test(call.getTarget()))))
            .allowEmptyShould(true);
    return CompositeArchRule.of(state)
        .and(singletons)
        .and(output)
        .and(traces)
        .and(sleeping)
        .because(
            "what one part keeps, prints or waits for must be visible to the one that made it");
  }

  private static ArchCondition<JavaField> beConstant() {
    return new ArchCondition<>("be final and of an immutable type") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          return;
        }
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        if (!isFinal || isMutable(field.getRawType())) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getFullName() + " is static and can change"));
        }
      }
    };
  }

  private static boolean isMutable(JavaClass type) {
    if (IMMUTABLE.contains(type.getName())) {
      return false;
    }
    String name = type.getName();
    return type.isAssignableTo(java.util.Collection.class)
        || type.isAssignableTo(java.util.Map.class)
        || (name.startsWith("java.util.concurrent.") && !name.endsWith(".TimeUnit"))
        || name.startsWith("javafx.beans.property.");
  }

  /** Rule 7: no package cycles. */
  ArchRule packagesHaveNoCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package that nobody can read alone")
        .allowEmptyShould(true);
  }
}
