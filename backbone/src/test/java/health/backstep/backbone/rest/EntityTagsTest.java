package health.backstep.backbone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.backstep.backbone.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "W/\"3\"", "\"2\", \"3\"", "\"2\",W/\"3\" ", "*", " * "})
  void aCallerKnowsWhatHeNamesAlsoWeaklyOrAmongOthers(String ifNoneMatch) {
    assertThat(EntityTags.isKnown(ifNoneMatch, EntityTags.of(3))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "\"33\"", "W/\"4\"", "\"2\", \"4\"", "w/\"3\"", "\"2\", *"})
  void aCallerDoesNotKnowWhatHeDoesNotName(String ifNoneMatch) {
    assertThat(EntityTags.isKnown(ifNoneMatch, EntityTags.of(3))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "\"2\", \"3\"", "W/\"2\",\"3\"", "*"})
  void aChangeOfWhatTheCallerHasSeenIsTaken(String ifMatch) {
    assertThatCode(() -> EntityTags.requireMatch(match(ifMatch), 3)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "\"33\"", "W/\"3\"", "\"2\", \"4\"", "\"2\", *"})
  void aChangeNeedsTheTagItselfAndNotAWeakOne(String ifMatch) {
    assertThat(refusal(match(ifMatch)))
        .returns(412, ProblemException::status)
        .returns("STALE", ProblemException::code);
  }

  @Test
  void aChangeThatNamesNothingIsAskedTo() {
    assertThat(refusal(new HttpHeadersImpl(List.of())))
        .returns(428, ProblemException::status)
        .returns("IF_MATCH_REQUIRED", ProblemException::code);
  }

  private static ProblemException refusal(HttpHeaders headers) {
    return catchThrowableOfType(ProblemException.class, () -> EntityTags.requireMatch(headers, 3));
  }

  private static HttpHeaders match(String value) {
    return new HttpHeadersImpl(List.of(Map.entry(HttpHeaders.IF_MATCH, value)));
  }
}
