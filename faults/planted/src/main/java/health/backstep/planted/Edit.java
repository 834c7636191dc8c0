package health.backstep.planted;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A change of one class while it is loaded.
 *
 * @param className its full name
 * @param what the change in words, for the log
 * @param transform leaves what it does not know as it is
 */
record Edit(String className, String what, ClassTransform transform) {

  /** Another text in the place of one, wherever the class holds it. */
  static Edit text(String className, String from, String to) {
    CodeTransform replacing =
        (builder, element) -> {
          if (element instanceof ConstantInstruction constant
              && constant.constantValue() instanceof String text
              && text.contains(from)) {
            builder.loadConstant(text.replace(from, to));
          } else {
            builder.with(element);
          }
        };
    return new Edit(
        className,
        "'%s' has become '%s'".formatted(from, to),
        ClassTransform.transformingMethodBodies(replacing));
  }

  /** The method answers nothing but this. */
  static Edit always(String className, String method, boolean answer) {
    return body(className, method, code -> code.loadConstant(answer ? 1 : 0).ireturn());
  }

  /** The method has another body. */
  static Edit body(String className, String method, Consumer<CodeBuilder> body) {
    Predicate<MethodModel> named = model -> model.methodName().equalsString(method);
    return new Edit(
        className,
        method + " has another body",
        ClassTransform.transformingMethods(
            named,
            (builder, element) -> {
              if (element instanceof CodeAttribute) {
                builder.withCode(body);
              } else {
                builder.with(element);
              }
            }));
  }

  /** The method's code with some of its instructions changed. */
  static Edit code(String className, String method, String what, CodeTransform transform) {
    return new Edit(
        className,
        method + ": " + what,
        ClassTransform.transformingMethodBodies(
            model -> model.methodName().equalsString(method), transform));
  }

  /**
   * The changed class.
   *
   * @throws IllegalStateException when nothing changed: the class no longer is what the bug needs
   */
  byte[] applyTo(ClassFile classFile, byte[] original) {
    byte[] changed = classFile.transformClass(classFile.parse(original), transform);
    if (code(classFile.parse(original)).equals(code(classFile.parse(changed)))) {
      throw new IllegalStateException(className + " is not changed by: " + what);
    }
    return changed;
  }

  /** What each method does; bytes also differ when code is merely written anew. */
  private static List<List<String>> code(ClassModel model) {
    return model.methods().stream().map(Edit::instructions).toList();
  }

  private static List<String> instructions(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(Instruction.class::isInstance)
        .map(Instruction.class::cast)
        .map(Edit::inWords)
        .toList();
  }

  private static String inWords(Instruction instruction) {
    return switch (instruction) {
      case ConstantInstruction constant -> "constant " + constant.constantValue();
      case InvokeInstruction call -> "call " + call.owner().asInternalName() + call.name();
      default -> instruction.opcode().name();
    };
  }
}
