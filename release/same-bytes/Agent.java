package energy.sem.release;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.JarFile;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes chance out of a JVM that runs Maven, so that Quarkus writes the same bytes each time: release/README.md. What is
 * built is what Quarkus builds; only the order is fixed in which it does so.
 *
 * <p>Three classes are changed while they are loaded, each in one place that is looked for; one that is not found ends the
 * JVM, so that another version of Quarkus cannot slip by.
 */
public final class Agent {
    private static final String ORDER = "energy/sem/release/Order";

    private Agent() {}

    /** With the jar whose {@link Order} the changed classes call. */
    public static void premain(String jar, Instrumentation jvm) throws IOException {
        jvm.appendToBootstrapClassLoaderSearch(new JarFile(jar));
        jvm.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> known, ProtectionDomain domain, byte[] code) {
                try {
                    return switch (name == null ? "" : name) {
                        // Tasks that a build step hands to the threads of the build and waits for: with one thread it would wait for ever.
                        case "org/jboss/threads/EnhancedQueueExecutor" -> changed(name, code, "execute", Agent::tasksRunAtOnce);
                        // Names of the fields that Byte Buddy gives to Hibernate's proxies.
                        case "net/bytebuddy/utility/RandomString" ->
                            changed(name, code, "<init>", next -> call(next, "java/util/Random", "<init>", Agent::seeded));
                        default -> null;
                    };
                } catch (Throwable e) {
                    // The JVM would go on with the class as it is, and nobody would see.
                    System.err.println("release/same-bytes: " + e);
                    Runtime.getRuntime().halt(1);
                    return null;
                }
            }
        });
    }

    /** Writes into this folder, for --patch-module, the JDK's immutable sets and maps in whose order no clock has a say. */
    public static void main(String[] arguments) throws IOException {
        String name = "java/util/ImmutableCollections";
        byte[] code = Files.readAllBytes(Path.of(URI.create("jrt:/java.base/" + name + ".class")));
        Path file = Path.of(arguments[0], name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(
                file, changed(name, code, "<clinit>", next -> call(next, "java/lang/System", "nanoTime", visitor -> visitor.visitLdcInsn(1L))));
    }

    private interface Change {
        MethodVisitor before(Changes next);
    }

    private interface Call {
        void instead(MethodVisitor visitor);
    }

    /** The method's code as it will be, and how often something was changed in it. */
    private static final class Changes {
        private final MethodVisitor visitor;
        private final int[] count;

        Changes(MethodVisitor visitor, int[] count) {
            this.visitor = visitor;
            this.count = count;
        }
    }

    private static byte[] changed(String name, byte[] code, String method, Change change) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        int[] count = {0};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(int access, String found, String type, String signature, String[] thrown) {
                        MethodVisitor visitor = super.visitMethod(access, found, type, signature, thrown);
                        return found.equals(method) ? change.before(new Changes(visitor, count)) : visitor;
                    }
                },
                0);
        if (count[0] == 0) {
            throw new IllegalStateException(name + "." + method + " is not what it was: see release/README.md");
        }
        return writer.toByteArray();
    }

    private static MethodVisitor tasksRunAtOnce(Changes next) {
        return new MethodVisitor(Opcodes.ASM9, next.visitor) {
            @Override
            public void visitCode() {
                super.visitCode();
                next.count[0]++;
                Label later = new Label();
                visitVarInsn(Opcodes.ALOAD, 1);
                visitMethodInsn(Opcodes.INVOKESTATIC, ORDER, "runsAtOnce", "(Ljava/lang/Runnable;)Z", false);
                visitJumpInsn(Opcodes.IFEQ, later);
                visitInsn(Opcodes.RETURN);
                visitLabel(later);
                visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            }
        };
    }

    private static void seeded(MethodVisitor visitor) {
        visitor.visitMethodInsn(Opcodes.INVOKESTATIC, ORDER, "seed", "()J", false);
        visitor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/util/Random", "<init>", "(J)V", false);
    }

    private static MethodVisitor call(Changes next, String owner, String method, Call call) {
        return new MethodVisitor(Opcodes.ASM9, next.visitor) {
            @Override
            public void visitMethodInsn(int code, String of, String name, String type, boolean ofInterface) {
                if (of.equals(owner) && name.equals(method) && type.startsWith("()")) {
                    next.count[0]++;
                    call.instead(mv);
                } else {
                    super.visitMethodInsn(code, of, name, type, ofInterface);
                }
            }
        };
    }
}
