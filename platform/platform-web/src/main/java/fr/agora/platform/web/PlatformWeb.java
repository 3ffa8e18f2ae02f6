package fr.agora.platform.web;

import fr.agora.platform.tls.InsideLines;
import fr.agora.platform.tls.TlsAutoConfiguration;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its HTTP manners. */
@AutoConfiguration(after = TlsAutoConfiguration.class)
@EnableConfigurationProperties(WebSettings.class)
public class PlatformWeb {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ProblemTexts texts) {
        return new ProblemWriter(json, texts);
    }

    @Bean
    LineImport lineImport(JsonMapper json, ProblemTexts texts) {
        return new LineImport(json, texts);
    }

    @Bean
    DescribedArguments describedArguments(ObjectProvider<RequestMappingHandlerAdapter> adapters) {
        return new DescribedArguments(() -> adapters.stream()
                .map(RequestMappingHandlerAdapter::getCustomArgumentResolvers)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList());
    }

    @Bean
    FilterRegistrationBean<BodyBound> bodyBound(WebSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<BodyBound> registration =
                new FilterRegistrationBean<>(new BodyBound(settings, problems));
        // before security: a form's token is read from the body
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    Leaving leaving(ApplicationContext service, WebSettings settings) {
        return new Leaving(service, settings.leaveAfter());
    }

    @Bean
    FilterRegistrationBean<Leaving> farewell(Leaving leaving) {
        FilterRegistrationBean<Leaving> registration = new FilterRegistrationBean<>(leaving);
        // whoever answers behind it, also by a refusal
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<CertifiedCallers> certifiedCallers(InsideLines lines) {
        FilterRegistrationBean<CertifiedCallers> registration = new FilterRegistrationBean<>(new CertifiedCallers());
        registration.setEnabled(lines.areEncrypted());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverManners() {
        return server -> {
            server.addConnectorCustomizers(connector -> {
                // bounded by default, then they fail: how long the header may be is bound enough
                connector.setMaxLocaleCount(Integer.MAX_VALUE);
                connector.setMaxCookieCount(Integer.MAX_VALUE);
            });
            server.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(BareAnswers.class.getName()));
        };
    }

    @Bean
    WebMvcConfigurer platformWebManners(ProblemWriter problems) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new OneValue()).addPathPatterns("/api/**");
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.addFirst(new ApiProblems(problems));
            }
        };
    }
}
