package health.backstep.planted;

import static java.lang.constant.ConstantDescs.CD_List;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What each bug changes in the services. */
final class Edits {

  private static final String BACKBONE = "health.backstep.backbone.";
  private static final String OUTBOX = BACKBONE + "outbox.";
  private static final String INBOX = BACKBONE + "inbox.";
  private static final String SETTINGS = BACKBONE + "kafka.KafkaSettings";

  private Edits() {}

  static List<Edit> of(PlantedBug bug) {
    return switch (bug) {
      case CURSOR_POLLER -> List.of(rowsBehindTheLastSent());
      case ACKS_ONE ->
          List.of(
              Edit.text(SETTINGS, "all", "1"), Edit.code(SETTINGS, "producer", "no", oneToZero()));
      case LATEST_OFFSET -> List.of(Edit.text(SETTINGS, "earliest", "latest"));
      case ACKNOWLEDGE_BEFORE_COMMIT -> List.of(committedAtOnce());
      case NO_INBOX, NO_UNIQUE_CAUSE -> List.of(everyRecordIsNext(), everyIdIsNew());
      case TWO_ACTIVE_RELAYS -> List.of(Edit.always(OUTBOX + "Leadership", "tryTake", true));
      case MARK_BEFORE_SEND -> List.of(markedFirst());
      case SWALLOWED_EXCEPTION -> List.of(nothingIsLeft());
      case FORGOTTEN_KEY ->
          List.of(
              Edit.text(
                  BACKBONE + "rest.IdempotencyKeys",
                  "clock_timestamp() - make_interval",
                  "clock_timestamp() + make_interval"));
    };
  }

  /** The service's clock, as far as its file says beside the time. */
  static Edit steppedClock() {
    ClassDesc clock = ClassDesc.of("java.time.Clock");
    return Edit.body(
        BACKBONE + "event.Time",
        "clock",
        code ->
            code.invokestatic(
                    ClassDesc.of(SteppedClock.class.getName()), "create", MethodTypeDesc.of(clock))
                .areturn());
  }

  static Edit loggedPayload(String className) {
    ClassDesc record = ClassDesc.of(INBOX + "ReadEvent");
    ClassDesc event = ClassDesc.of(BACKBONE + "event.EventEnvelope");
    ClassDesc bytes = ConstantDescs.CD_byte.arrayType();
    ClassDesc out = ClassDesc.of("java.io.PrintStream");
    return Edit.code(
        className,
        "handle",
        "logs the payload",
        first(
            code ->
                code.getstatic(ClassDesc.of("java.lang.System"), "out", out)
                    .new_(ConstantDescs.CD_String)
                    .dup()
                    .aload(1)
                    .invokevirtual(record, "event", MethodTypeDesc.of(event))
                    .invokevirtual(event, "data", MethodTypeDesc.of(bytes))
                    .invokespecial(
                        ConstantDescs.CD_String,
                        ConstantDescs.INIT_NAME,
                        MethodTypeDesc.of(ConstantDescs.CD_void, bytes))
                    .invokevirtual(
                        out,
                        "println",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))));
  }

  static Edit parsersWords(String className) {
    ClassDesc failure = ClassDesc.of("com.fasterxml.jackson.core.JacksonException");
    return Edit.code(
        className,
        "answer",
        "the parser's words",
        (builder, element) -> {
          if (element instanceof ConstantInstruction constant
              && "The body cannot be read.".equals(constant.constantValue())) {
            builder
                .aload(0)
                .invokevirtual(failure, "getMessage", MethodTypeDesc.of(ConstantDescs.CD_String));
          } else {
            builder.with(element);
          }
        });
  }

  private static Edit rowsBehindTheLastSent() {
    return Edit.text(
        OUTBOX + "UnsentEvents",
        "where sent_at is null and (topic",
        """
        where position > (select coalesce(max(position), 0) from outbox where sent_at is not null)
          and (topic""");
  }

  private static CodeTransform oneToZero() {
    return otherNumber(1, 0);
  }

  /** Another number in the place of one. */
  static CodeTransform otherNumber(int from, int to) {
    return (builder, element) -> {
      if (element instanceof ConstantInstruction constant
          && Integer.valueOf(from).equals(constant.constantValue())) {
        builder.loadConstant(to);
      } else {
        builder.with(element);
      }
    };
  }

  /** The end of a transaction, whatever happened in it. */
  static CodeTransform commitForRollback() {
    ClassDesc transaction = ClassDesc.of("jakarta.transaction.UserTransaction");
    return (builder, element) -> {
      if (element instanceof InvokeInstruction invoked && invoked.name().equalsString("rollback")) {
        builder.invokeinterface(transaction, "commit", MethodTypeDesc.of(ConstantDescs.CD_void));
      } else {
        builder.with(element);
      }
    };
  }

  private static Edit committedAtOnce() {
    ClassDesc consumer = ClassDesc.of("org.apache.kafka.clients.consumer.Consumer");
    return Edit.code(
        INBOX + "EventConsumer",
        "consume",
        "offsets are committed after each poll",
        after(
            "poll",
            code ->
                code.aload(1)
                    .invokeinterface(
                        consumer, "commitSync", MethodTypeDesc.of(ConstantDescs.CD_void))));
  }

  private static Edit everyRecordIsNext() {
    ClassDesc taking = ClassDesc.of(INBOX + "Taking");
    ClassDesc record = ClassDesc.of(INBOX + "ReadEvent");
    ClassDesc streams = ClassDesc.of(INBOX + "InboxStreams");
    ClassDesc stream = ClassDesc.of(INBOX + "EventStream");
    return Edit.body(
        INBOX + "Taking",
        "take",
        code ->
            code.aload(0)
                .getfield(taking, "streams", streams)
                .aload(1)
                .invokevirtual(record, "stream", MethodTypeDesc.of(stream))
                .invokevirtual(
                    streams,
                    "lock",
                    MethodTypeDesc.of(Optional.class.describeConstable().orElseThrow(), stream))
                .pop()
                .aload(0)
                .aload(1)
                .invokevirtual(
                    taking, "next", MethodTypeDesc.of(ClassDesc.of(INBOX + "Then"), record))
                .areturn());
  }

  private static Edit everyIdIsNew() {
    return Edit.text(
        INBOX + "InboxStreams",
        "on conflict do nothing",
        "on conflict (tenant, event_id) do update set outcome = excluded.outcome");
  }

  private static Edit markedFirst() {
    ClassDesc relay = ClassDesc.of(OUTBOX + "ActiveRelay");
    ClassDesc unsent = ClassDesc.of(OUTBOX + "UnsentEvents");
    return Edit.code(
        OUTBOX + "ActiveRelay",
        "send",
        "marks first",
        first(
            code ->
                code.aload(0)
                    .getfield(relay, "unsent", unsent)
                    .aload(1)
                    .invokevirtual(
                        unsent, "markSent", MethodTypeDesc.of(ConstantDescs.CD_void, CD_List))));
  }

  private static Edit nothingIsLeft() {
    return Edit.code(
        INBOX + "EventConsumer",
        "take",
        "what failed counts as taken",
        after(
            "takeTogether",
            code -> code.pop().invokestatic(CD_List, "of", MethodTypeDesc.of(CD_List), true)));
  }

  private static CodeTransform first(Consumer<CodeBuilder> more) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder builder) {
        more.accept(builder);
      }

      @Override
      public void accept(CodeBuilder builder, CodeElement element) {
        builder.with(element);
      }
    };
  }

  private static CodeTransform after(String call, Consumer<CodeBuilder> more) {
    return (builder, element) -> {
      builder.with(element);
      if (element instanceof InvokeInstruction invoked && invoked.name().equalsString(call)) {
        more.accept(builder);
      }
    };
  }
}
