package org.opensem.karaf.java25.internal;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/** Turns a class's calls of {@code Subject.getSubject(AccessControlContext)}, which throws since Java 24, to the holder. */
final class SubjectRewriter {
    private static final String JAAS_HELPER = "org/apache/karaf/util/jaas/JaasHelper";
    private static final String SUBJECT_NAME = "javax/security/auth/Subject";
    private static final ClassDesc SUBJECT = ClassDesc.ofInternalName(SUBJECT_NAME);
    private static final ClassDesc HOLDER = ClassDesc.of("sun.opensem.SubjectHolder");

    private SubjectRewriter() {}

    /** True for the classes that are looked at: Karaf's own and those of Felix' event admin. */
    static boolean concerns(String internalName) {
        return internalName != null
                && (internalName.startsWith("org/apache/karaf/") || internalName.startsWith("org/apache/felix/eventadmin/"));
    }

    /**
     * The rewritten class, or empty if there is nothing to rewrite in it.
     *
     * @param loader the loader that defines the class and finds its super types; null for the boot loader
     */
    static Optional<byte[]> rewrite(ClassLoader loader, String internalName, byte[] original) {
        ClassFile classFile = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy(loader)));
        ClassModel model = classFile.parse(original);
        boolean helper = internalName.equals(JAAS_HELPER);
        if (!helper && model.methods().stream().noneMatch(SubjectRewriter::asksForSubject)) {
            return Optional.empty();
        }
        ClassTransform calls = ClassTransform.transformingMethodBodies(SubjectRewriter::asksForSubject,
                SubjectRewriter::askHolder);
        ClassTransform all = helper ? calls.andThen(SubjectRewriter::delegateDoAs) : calls;
        return Optional.of(classFile.transformClass(model, all));
    }

    private static ClassHierarchyResolver hierarchy(ClassLoader loader) {
        ClassHierarchyResolver jdk = ClassHierarchyResolver.defaultResolver();
        return loader == null ? jdk : ClassHierarchyResolver.ofResourceParsing(loader).orElse(jdk);
    }

    private static boolean asksForSubject(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(SubjectRewriter::isGetSubject);
    }

    private static boolean isGetSubject(Object element) {
        return element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals(SUBJECT_NAME)
                && call.name().equalsString("getSubject");
    }

    /** The access control context on the stack is dropped: since Java 24 it carries nothing. */
    private static void askHolder(CodeBuilder code, CodeElement element) {
        if (isGetSubject(element)) {
            code.pop().invokestatic(HOLDER, "current", MethodTypeDesc.of(SUBJECT));
        } else {
            code.with(element);
        }
    }

    /** {@code JaasHelper.doAs} relies on a DomainCombiner, which no longer acts: both its forms now call the holder's. */
    private static void delegateDoAs(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && isDoAs(method)) {
            MethodTypeDesc type =
                    MethodTypeDesc.of(ConstantDescs.CD_Object, SUBJECT, method.methodTypeSymbol().parameterType(1));
            builder.withMethod(method.methodName(), method.methodType(), method.flags().flagsMask(), copy -> copy.withCode(
                    code -> code.aload(0).aload(1).invokestatic(HOLDER, "doAs", type).areturn()));
        } else {
            builder.with(element);
        }
    }

    private static boolean isDoAs(MethodModel method) {
        return method.methodName().equalsString("doAs")
                && method.methodTypeSymbol().parameterCount() == 2
                && method.methodTypeSymbol().parameterType(0).equals(SUBJECT);
    }
}
