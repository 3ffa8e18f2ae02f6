package fr.agora.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** Describes what a caller sends, not what our resolvers make of it: no {@code user}, and paging by its two names. */
final class DescribedArguments implements GlobalOperationCustomizer {

    // asked for late: the adapter is made from beans that this one is made before
    private final Supplier<List<HandlerMethodArgumentResolver>> resolvers;

    DescribedArguments(Supplier<List<HandlerMethodArgumentResolver>> resolvers) {
        this.resolvers = resolvers;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<MethodParameter> made = Arrays.stream(method.getMethodParameters())
                .filter(parameter ->
                        resolvers.get().stream().anyMatch(resolver -> resolver.supportsParameter(parameter)))
                .toList();
        if (made.isEmpty()) {
            return operation;
        }
        Set<String> names = made.stream().map(DescribedArguments::name).collect(Collectors.toSet());
        List<Parameter> asked = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !names.contains(parameter.getName()))
                    .forEach(asked::add);
        }
        if (made.stream().anyMatch(parameter -> parameter.getParameterType() == Paging.class)) {
            asked.addAll(paging());
        }
        return operation.parameters(asked.isEmpty() ? null : asked);
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    private static List<Parameter> paging() {
        return List.of(
                query("size")
                        .description("Nombre d’éléments d’une page · how many on a page")
                        .schema(new IntegerSchema()
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Paging.MAX))
                                ._default(Paging.DEFAULT)),
                query("cursor")
                        .description("Le « next » de la page précédente · \"next\" of the page before")
                        .schema(new StringSchema()));
    }

    private static Parameter query(String name) {
        return new Parameter().name(name).in("query").required(false);
    }
}
