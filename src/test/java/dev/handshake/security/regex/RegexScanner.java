package dev.handshake.security.regex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds all regular expressions in the portal's compiled classes by analyzing their bytecode. */
class RegexScanner {

    /** @param pattern null unless it is a constant */
    record RegexUse(String className, Pattern pattern, boolean isSearched) {}

    private static final Path CLASSES = Path.of("target/classes");
    private static final String PATTERN = "java/util/regex/Pattern";
    private static final Set<String> STRING_METHODS = Set.of("matches", "replaceAll", "replaceFirst", "split");
    private static final Set<String> SEARCH_METHODS =
            Set.of("find", "results", "replaceAll", "replaceFirst", "split", "splitAsStream", "asPredicate");

    static List<RegexUse> scan() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/handshake"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .flatMap(file -> scanClass(read(file)).stream())
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ClassNode read(Path file) {
        try {
            ClassNode code = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(code, ClassReader.SKIP_DEBUG);
            return code;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<RegexUse> scanClass(ClassNode code) {
        boolean isSearched = calls(code).anyMatch(RegexScanner::isSearchCall);
        List<RegexUse> found = new ArrayList<>();
        if (instructions(code, InvokeDynamicInsnNode.class).anyMatch(RegexScanner::isReferenceToCompile)) {
            found.add(new RegexUse(code.name, null, isSearched));
        }
        for (MethodNode method : code.methods) {
            for (int at = 0; at < method.instructions.size(); at++) {
                if (method.instructions.get(at) instanceof MethodInsnNode call && isCompileCall(call)) {
                    Pattern constant = constant(code, method, at, call);
                    List<Pattern> patterns = constant == null ? enumPatterns(code) : List.of(constant);
                    patterns.forEach(each -> found.add(new RegexUse(code.name, each, isSearched)));
                    if (patterns.isEmpty()) {
                        found.add(new RegexUse(code.name, null, isSearched));
                    }
                }
            }
        }
        return found;
    }

    private static Stream<MethodInsnNode> calls(ClassNode code) {
        return instructions(code, MethodInsnNode.class);
    }

    private static <T extends AbstractInsnNode> Stream<T> instructions(ClassNode code, Class<T> type) {
        return code.methods.stream()
                .flatMap(method -> Arrays.stream(method.instructions.toArray()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** {@code Pattern::compile}, whose text is not known. */
    private static boolean isReferenceToCompile(InvokeDynamicInsnNode lambda) {
        return Arrays.stream(lambda.bsmArgs)
                .anyMatch(each -> each instanceof Handle method
                        && method.getOwner().equals(PATTERN)
                        && method.getName().equals("compile"));
    }

    private static boolean isSearchCall(MethodInsnNode call) {
        return call.owner.startsWith("java/util/regex/") && SEARCH_METHODS.contains(call.name)
                || call.owner.equals("java/lang/String") && isCompileCall(call) && !call.name.equals("matches");
    }

    /** Whether the call compiles its first string argument as a pattern. */
    private static boolean isCompileCall(MethodInsnNode call) {
        boolean isOfPattern =
                call.owner.equals(PATTERN) && (call.name.equals("compile") || call.name.equals("matches"));
        boolean isOfString = call.owner.equals("java/lang/String") && STRING_METHODS.contains(call.name);
        return isOfPattern || isOfString;
    }

    /** The pattern if it is a constant, otherwise null. */
    private static Pattern constant(ClassNode code, MethodNode method, int at, MethodInsnNode call) {
        try {
            Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(code.name, method);
            int arguments = Type.getArgumentTypes(call.desc).length;
            Set<AbstractInsnNode> text = argument(frames[at], arguments, 0);
            if (text.size() == 1 && text.iterator().next() instanceof LdcInsnNode constant) {
                boolean hasFlags = call.owner.equals(PATTERN) && call.desc.contains("I)");
                return Pattern.compile((String) constant.cst, hasFlags ? flags(argument(frames[at], arguments, 1)) : 0);
            }
            return null;
        } catch (AnalyzerException broken) {
            throw new IllegalStateException(code.name + "." + method.name, broken);
        }
    }

    private static Set<AbstractInsnNode> argument(Frame<SourceValue> frame, int arguments, int which) {
        return frame.getStack(frame.getStackSize() - arguments + which).insns;
    }

    private static int flags(Set<AbstractInsnNode> number) {
        AbstractInsnNode one = number.iterator().next();
        if (one instanceof IntInsnNode small) {
            return small.operand;
        }
        return one instanceof LdcInsnNode large ? (Integer) large.cst : one.getOpcode() - Opcodes.ICONST_0;
    }

    /** The patterns held by an enum's constants. */
    private static List<Pattern> enumPatterns(ClassNode code) {
        try {
            Class<?> type = Class.forName(Type.getObjectType(code.name).getClassName());
            List<Pattern> patterns = new ArrayList<>();
            for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == Pattern.class) {
                        field.setAccessible(true);
                        patterns.add((Pattern) field.get(constant));
                    }
                }
            }
            return patterns;
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(code.name, unknown);
        }
    }
}
