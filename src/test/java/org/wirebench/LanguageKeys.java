package org.wirebench;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The language keys that a tree of sources asks for, against those that its bundles have.
 *
 * <p>A key is asked for where a variable of type {@code Messages} is asked to {@code get} a
 * literal. A call without any literal asks for the constants of an enum: for those a bundle has
 * keys called {@code EnumName.CONSTANT}, all of an enum or none, and at least one such enum.
 */
final class LanguageKeys {
  /** Keys asked for, by package. */
  private final Map<String, Set<String>> asked = new TreeMap<>();

  /** Packages that ask for the constants of some enum. */
  private final Set<String> askedForEnums = new HashSet<>();

  /** Methods that pass a key on. */
  private final Set<Forwarder> forwarders = new HashSet<>();

  /** The constants of each enum, by its simple name, which several enums may share. */
  private final Map<String, List<Set<String>>> enums = new HashMap<>();

  private final Map<String, Properties> bundles = new TreeMap<>();

  /** The parameter {@code index} of {@code method} is a key of the bundle of {@code home}. */
  private record Forwarder(String home, String method, int index) {}

  /** What is wrong; all empty when all is well. */
  record Report(Set<String> missing, Set<String> unused, Set<String> malformed, int seen) {}

  static Report of(Path sources, Path resources) throws IOException {
    LanguageKeys keys = new LanguageKeys();
    keys.readSources(sources);
    keys.readBundles(resources);
    return keys.report();
  }

  private void readSources(Path root) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(root)) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      units.forEach(unit -> new Declarations(unit).scan(unit, null));
      units.forEach(unit -> new Forwards(unit).scan(unit, null));
    }
  }

  private void readBundles(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(path -> path.endsWith("messages.properties")).toList()) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          bundle.load(reader);
        }
        bundles.put(packageOf(root, file), bundle);
      }
    }
  }

  private static String packageOf(Path root, Path file) {
    List<String> names = new ArrayList<>();
    root.relativize(Objects.requireNonNull(file.getParent()))
        .forEach(name -> names.add(name.toString()));
    return String.join(".", names);
  }

  private Report report() {
    Set<String> missing = new TreeSet<>();
    Set<String> unused = new TreeSet<>();
    Set<String> malformed = new TreeSet<>();
    asked.forEach(
        (home, keys) ->
            keys.stream()
                .filter(key -> !bundle(home).containsKey(key))
                .forEach(key -> missing.add(home + ": " + key)));
    bundles.forEach(
        (home, bundle) -> {
          Set<String> used = new HashSet<>(asked.getOrDefault(home, Set.of()));
          if (askedForEnums.contains(home)) {
            used.addAll(enumKeys(home, bundle, missing));
          }
          bundle
              .stringPropertyNames()
              .forEach(
                  key -> {
                    if (!used.contains(key)) {
                      unused.add(home + ": " + key);
                    }
                    if (!isPattern(bundle.getProperty(key))) {
                      malformed.add(home + ": " + key);
                    }
                  });
        });
    askedForEnums.stream()
        .filter(home -> !bundles.containsKey(home))
        .forEach(home -> missing.add(home + ": a bundle"));
    int seen = bundles.values().stream().mapToInt(Properties::size).sum();
    return new Report(missing, unused, malformed, seen);
  }

  private Properties bundle(String home) {
    return bundles.getOrDefault(home, new Properties());
  }

  private Set<String> enumKeys(String home, Properties bundle, Set<String> missing) {
    Set<String> names = new TreeSet<>();
    for (String key : bundle.stringPropertyNames()) {
      int dot = key.indexOf('.');
      if (dot > 0 && enums.containsKey(key.substring(0, dot))) {
        names.add(key.substring(0, dot));
      }
    }
    if (names.isEmpty()) {
      missing.add(home + ": keys for the constants of an enum");
    }
    Set<String> keys = new HashSet<>();
    names.forEach(name -> keys.addAll(keysOf(name, home, bundle, missing)));
    return keys;
  }

  /**
   * The keys of those enums called {@code name} that the bundle has; if none, the nearest one's.
   */
  private Set<String> keysOf(String name, String home, Properties bundle, Set<String> missing) {
    Set<String> found = new HashSet<>();
    Set<String> nearest = Set.of();
    long fewest = Long.MAX_VALUE;
    for (Set<String> constants : enums.getOrDefault(name, List.of())) {
      Set<String> keys = new HashSet<>();
      constants.forEach(constant -> keys.add(name + "." + constant));
      long lacking = keys.stream().filter(key -> !bundle.containsKey(key)).count();
      if (lacking == 0) {
        found.addAll(keys);
      } else if (lacking < fewest) {
        fewest = lacking;
        nearest = keys;
      }
    }
    if (!found.isEmpty()) {
      return found;
    }
    nearest.stream()
        .filter(key -> !bundle.containsKey(key))
        .forEach(key -> missing.add(home + ": " + key));
    return nearest;
  }

  /** Whether an apostrophe in {@code text} is doubled or quotes a brace, so that it shows. */
  static boolean isPattern(String text) {
    return text.replace("''", "").replaceAll("'[{}][^']*'", "").indexOf('\'') < 0;
  }

  /** What one source says: enums, variables of type Messages, and what they are asked for. */
  private final class Declarations extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String home;
    private final Map<String, String> imports = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private @Nullable MethodTree within;

    Declarations(CompilationUnitTree unit) {
      home = String.valueOf(unit.getPackageName());
      for (ImportTree line : unit.getImports()) {
        String name = line.getQualifiedIdentifier().toString();
        int dot = name.lastIndexOf('.');
        imports.put(name.substring(dot + 1), name.substring(0, dot));
      }
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
          if (variable.getType() != null && variable.getType().toString().endsWith("Messages")) {
            homes.put(variable.getName().toString(), homeOf(variable.getInitializer()));
          }
          return super.visitVariable(variable, null);
        }
      }.scan(unit, null);
    }

    /** Where the bundle of {@code Messages.of(User.class)} is. */
    private String homeOf(@Nullable ExpressionTree made) {
      if (made instanceof MethodInvocationTree call && call.getArguments().size() == 1) {
        String user = call.getArguments().getFirst().toString().replaceFirst("\\.class$", "");
        return imports.getOrDefault(user, home);
      }
      return home;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      if (type.getKind() == Tree.Kind.ENUM) {
        Set<String> constants = new HashSet<>();
        enums
            .computeIfAbsent(type.getSimpleName().toString(), name -> new ArrayList<>())
            .add(constants);
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree constant && isConstantOf(type, constant)) {
            constants.add(constant.getName().toString());
          }
        }
      }
      return super.visitClass(type, null);
    }

    private static boolean isConstantOf(ClassTree type, VariableTree member) {
      return member.toString().startsWith("/*public static final*/")
          && member.getType().toString().equals(type.getSimpleName().toString());
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      MethodTree around = within;
      within = method;
      super.visitMethod(method, null);
      within = around;
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && method.getIdentifier().contentEquals("get")
          && method.getExpression() instanceof IdentifierTree receiver
          && homes.containsKey(receiver.getName().toString())
          && !call.getArguments().isEmpty()) {
        String of = Objects.requireNonNull(homes.get(receiver.getName().toString()));
        ExpressionTree key = call.getArguments().getFirst();
        Set<String> literals = literalsIn(key);
        asked.computeIfAbsent(of, name -> new TreeSet<>()).addAll(literals);
        if (literals.isEmpty() && !isParameter(of, key)) {
          askedForEnums.add(of);
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    /** {@code TEXT::get}, given to what asks for the constants of an enum. */
    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree method, @Nullable Void none) {
      if (method.getName().contentEquals("get")
          && method.getQualifierExpression() instanceof IdentifierTree receiver
          && homes.containsKey(receiver.getName().toString())) {
        askedForEnums.add(Objects.requireNonNull(homes.get(receiver.getName().toString())));
      }
      return super.visitMemberReference(method, null);
    }

    /** Whether {@code key} is a text that the method around is given; then it is noted. */
    private boolean isParameter(String of, ExpressionTree key) {
      if (within == null) {
        return false;
      }
      for (int i = 0; i < within.getParameters().size(); i++) {
        VariableTree parameter = within.getParameters().get(i);
        if (parameter.getType().toString().equals("String")
            && parameter.getName().contentEquals(key.toString())) {
          forwarders.add(new Forwarder(of, within.getName().toString(), i));
          return true;
        }
      }
      return false;
    }
  }

  /** The literals that one source gives to methods that pass a key on. */
  private final class Forwards extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String home;

    Forwards(CompilationUnitTree unit) {
      home = String.valueOf(unit.getPackageName());
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      String select = call.getMethodSelect().toString();
      String method = select.substring(select.lastIndexOf('.') + 1);
      for (int i = 0; i < call.getArguments().size(); i++) {
        if (forwarders.contains(new Forwarder(home, method, i))) {
          asked
              .computeIfAbsent(home, name -> new TreeSet<>())
              .addAll(literalsIn(call.getArguments().get(i)));
        }
      }
      return super.visitMethodInvocation(call, null);
    }
  }

  private static Set<String> literalsIn(ExpressionTree argument) {
    Set<String> literals = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
        if (literal.getValue() instanceof String text) {
          literals.add(text);
        }
        return null;
      }
    }.scan(argument, null);
    return literals;
  }
}
