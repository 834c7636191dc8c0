package health.backstep.backbone.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * A parameter that is no number is a bad request; the framework would say that nothing is there.
 */
@Provider
public class WholeNumbers implements ParamConverterProvider {

  private static final ParamConverter<Integer> INTEGERS =
      new ParamConverter<>() {
        @Override
        public Integer fromString(String value) {
          try {
            return Integer.valueOf(value);
          } catch (NumberFormatException e) {
            throw new BadRequestException("not a whole number");
          }
        }

        @Override
        public String toString(Integer value) {
          return value.toString();
        }
      };

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    boolean isInteger = rawType == int.class || rawType == Integer.class;
    return isInteger ? (ParamConverter<T>) INTEGERS : null;
  }
}
