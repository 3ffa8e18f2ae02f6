package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that is given twice where one value is meant. Spring would take the first of two numbers and join
 * two texts by a comma: whoever checked one of them before us may have meant another.
 */
final class OneValue implements HandlerInterceptor {

    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            for (String name : known.computeIfAbsent(operation.getMethod(), method -> single(operation))) {
                String[] values = request.getParameterValues(name);
                if (values != null && values.length > 1) {
                    throw new ProblemException(CommonProblem.INVALID_PARAMETER, name);
                }
            }
        }
        return true;
    }

    private static List<String> single(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .flatMap(OneValue::names)
                .toList();
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of("size", "cursor");
        }
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null || isMany(parameter.getParameterType())) {
            return Stream.empty();
        }
        String name = asked.name().isEmpty() ? asked.value() : asked.name();
        return Stream.of(name.isEmpty() ? parameter.getParameter().getName() : name);
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
}
