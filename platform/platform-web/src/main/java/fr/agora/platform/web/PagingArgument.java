package fr.agora.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code size} and {@code cursor}. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String size = request.getParameter("size");
        return new Paging(
                size == null || size.isBlank() ? Paging.DEFAULT : number(size), request.getParameter("cursor"));
    }

    private static int number(String size) {
        try {
            return Integer.parseInt(size);
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "size");
        }
    }
}
